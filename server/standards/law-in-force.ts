import type { Context } from '../context.ts';
import { NotFound, RecordsAltered } from '../errors.ts';
import { contentDigest, type PrintedRows } from './imports/content-digest.ts';
import {
  animalFoods,
  bans,
  type Edition,
  residues,
  slug,
  editions as starterEditions,
  limits as starterLimits,
  starterVersion,
} from './library.ts';
import { type EditionRecord, type LimitRecord, standardsModels } from './model.ts';
import { standing } from './rules/editions.ts';
import type { Exemption } from './rules/exemptions.ts';
import { type Law, lawOf } from './rules/law.ts';
import type { Limit, PrintedLimit } from './rules/match-limit.ts';

/** An edition with what is loaded of it. */
export interface LoadedEdition extends Edition, Pick<EditionRecord, 'exemptions'> {
  id?: string;
  version: number;
  rows: number;
  digest?: string;
  loadedBy?: string;
  loadedAt?: Date;
}

export interface LawInForce {
  law: Law;
  limits: readonly Limit[];
  exemptions: readonly Exemption[];
  /** Newest version of each standard. */
  editions: readonly LoadedEdition[];
  /** All versions ever loaded, the newest first. */
  everLoaded: readonly LoadedEdition[];
}

/** Keeps the law in memory and reads it anew when another edition was loaded, by this process or another. */
export function createLawInForce(context: Context) {
  const { Edition, LimitRow } = standardsModels(context.connection);
  let held: { stamp: number; law: Promise<LawInForce> } | undefined;

  const rowsOf = async (edition: EditionRecord): Promise<PrintedRows> => {
    const rows = await LimitRow.find({ editionId: edition._id }).sort({ row: 1 }).lean<LimitRecord[]>();
    const limits = rows.map(({ _id, editionId: _edition, row: _row, ...limit }) => limit);
    const printed = { limits, exemptions: edition.exemptions ?? [] };
    if (contentDigest(edition, printed) !== edition.digest)
      throw new RecordsAltered(
        `The limits of ${edition.code}, version ${edition.version}, are not those that were loaded: load the edition again`,
      );
    return printed;
  };

  const read = async (): Promise<LawInForce> => {
    const records = await Edition.find().sort({ _id: -1 }).lean<EditionRecord[]>();
    const everLoaded = [...records.map(loadedEdition), ...starterEditions.map(starterEdition)];
    const editions = standing(everLoaded);
    const limits: Limit[] = [];
    for (const edition of editions) {
      const record = records.find(({ _id }) => _id.toHexString() === edition.id);
      const rows = record
        ? (await rowsOf(record)).limits.map((row, index) => limitOf(record, row, index))
        : startersOf(edition.code);
      limits.push(...rows.map((limit) => ({ ...limit, effectiveTo: edition.effectiveTo })));
    }
    const exemptions = editions.flatMap(exemptionsOf);
    const law = lawOf({ limits, bans, exemptions, residues, animalFoods });
    return { law, limits, exemptions, editions, everLoaded };
  };

  return {
    /** @throws RecordsAltered when the limits stored are not those that were loaded: nothing is judged by them */
    async current(): Promise<LawInForce> {
      const stamp = await Edition.countDocuments();
      if (held?.stamp !== stamp) {
        const law = read();
        held = { stamp, law };
        law.catch(() => {
          held = undefined;
        });
      }
      return held.law;
    },
    /** @throws NotFound when that version was never loaded */
    async printed(code: string, version: number): Promise<PrintedRows> {
      const edition = await Edition.findOne({ code, version }).lean<EditionRecord>();
      if (edition) return rowsOf(edition);
      const starter = version === starterVersion ? startersOf(code) : [];
      if (!starter.length) throw new NotFound(`There is no version ${version} of ${code}`);
      return { limits: starter, exemptions: [] };
    },
  };
}

export type LawKeeper = ReturnType<typeof createLawInForce>;

function loadedEdition({ _id, ...record }: EditionRecord): LoadedEdition {
  return { id: _id.toHexString(), ...record };
}

function startersOf(code: string): readonly Limit[] {
  return starterLimits.filter(({ standard }) => standard === code);
}

function starterEdition(edition: Edition): LoadedEdition {
  const rows = edition.kind === 'banned' ? bans : startersOf(edition.code);
  return { ...edition, version: starterVersion, rows: rows.length };
}

function exemptionsOf({ code, version, exemptions = [], effectiveFrom = '', effectiveTo }: LoadedEdition): Exemption[] {
  return exemptions.map((printed, index) => ({
    ...printed,
    id: `${slug(code)}-${version}-exempt-${index + 1}`,
    standard: code,
    version,
    effectiveFrom,
    effectiveTo,
  }));
}

function limitOf(edition: EditionRecord, row: PrintedLimit, index: number): Limit {
  const { code, version, kind, effectiveFrom, effectiveTo, source } = edition;
  return {
    ...row,
    id: `${slug(code)}-${version}-${index + 1}`,
    kind,
    standard: code,
    version,
    effectiveFrom,
    effectiveTo,
    source,
  };
}
