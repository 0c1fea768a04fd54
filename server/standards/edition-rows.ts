import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context.ts';
import { RecordsAltered } from '../errors.ts';
import { contentDigest } from './imports/content-digest.ts';
import type { PrintedRows } from './imports/table-kind.ts';
import { type Edition, editions as starterEditions, starterVersion } from './library.ts';
import { type EditionRecord, type EditionRowRecord, type LimitRecord, standardsModels } from './model.ts';
import { isLimitKind } from './rules/match-limit.ts';
import { starterRows } from './starters.ts';

/** An edition with what is loaded of it. */
export interface LoadedEdition extends Edition, Pick<EditionRecord, 'exemptions'> {
  id?: string;
  version: number;
  rows: number;
  digest?: string;
  loadedBy?: string;
  loadedAt?: Date;
}

const rowsAtOnce = 1000;

/** Where the rows of editions are kept, and read with proof that they are those that were loaded. */
export function createEditionRows(context: Context) {
  const { Edition, EditionRow, LimitRow } = standardsModels(context.connection);

  const stored = async ({ _id, kind, exemptions = [] }: EditionRecord): Promise<PrintedRows> => {
    if (!isLimitKind(kind)) {
      const rows = await EditionRow.find({ editionId: _id }).sort({ row: 1 }).lean<EditionRowRecord[]>();
      return { rows: rows.map(({ content }) => content), exemptions };
    }
    const rows = await LimitRow.find({ editionId: _id }).sort({ row: 1 }).lean<LimitRecord[]>();
    return { rows: rows.map(({ _id, editionId: _edition, row: _row, ...limit }) => limit), exemptions };
  };

  return {
    countLoaded: () => Edition.countDocuments(),

    /** All versions, the newest first, and last what comes with the platform. */
    async everLoaded(): Promise<LoadedEdition[]> {
      const records = await Edition.find().sort({ _id: -1 }).lean<EditionRecord[]>();
      const starters = starterEditions.map((edition) => ({
        ...edition,
        version: starterVersion,
        rows: starterRows(edition).rows.length,
      }));
      return [...records.map(({ _id, ...record }) => ({ id: _id.toHexString(), ...record })), ...starters];
    },

    /** @throws RecordsAltered when the rows stored are not those that were loaded */
    async rowsOf({ id, code, kind }: LoadedEdition): Promise<PrintedRows> {
      const edition = id === undefined ? null : await Edition.findById(id).lean<EditionRecord>();
      if (!edition) return starterRows({ code, kind });
      const printed = await stored(edition);
      if (contentDigest(edition, printed) !== edition.digest)
        throw new RecordsAltered(
          `The rows of ${code}, version ${edition.version}, are not those that were loaded: load the edition again`,
        );
      return printed;
    },

    async storeRows(
      editionId: Types.ObjectId,
      { kind, rows }: Pick<EditionRecord, 'kind'> & PrintedRows,
      session: ClientSession,
    ) {
      for (let start = 0; start < rows.length; start += rowsAtOnce) {
        const some = rows.slice(start, start + rowsAtOnce);
        const numbered = some.map((content, index) => ({ editionId, row: start + index, content }));
        if (!isLimitKind(kind)) await EditionRow.insertMany(numbered, { session, lean: true });
        else
          await LimitRow.insertMany(
            numbered.map(({ content, ...place }) => ({ ...(content as LimitRecord), ...place })),
            { session, lean: true },
          );
      }
    },
  };
}
