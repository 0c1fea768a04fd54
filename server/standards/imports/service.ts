import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { inTransaction } from '../../database/transaction.ts';
import { Conflict, InvalidInput, RecordsAltered } from '../../errors.ts';
import { readTable } from '../../http/tables/read-table.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import type { LawKeeper } from '../law-in-force.ts';
import { foodNodes } from '../library.ts';
import { standardsModels } from '../model.ts';
import type { Limit } from '../rules/match-limit.ts';
import { nameKey } from '../rules/substance.ts';
import type {
  compareStandardsQuery,
  importLimitsQuery,
  importReportSchema,
  standardComparisonSchema,
} from '../schema.ts';
import { limitTable, type RowProblem } from './columns.ts';
import { type Comparison, compareLimits } from './compare.ts';
import { contentDigest, type PrintedRows } from './content-digest.ts';
import { foodNamesOf, readLimits } from './limit-row.ts';

type ImportQuery = z.output<typeof importLimitsQuery>;
type ImportReport = z.infer<typeof importReportSchema>;

const changesShown = 200;
const problemsShown = 500;
const rowsAtOnce = 1000;

/** Loads editions of standards from tables: first a report, then, by its digest, what the report told of. */
export function createImports(context: Context, keeper: LawKeeper) {
  const { Edition, LimitRow } = standardsModels(context.connection);
  const foods = foodNamesOf(foodNodes);
  const nameOf = (code: string) => foodNodes.get(code)?.name ?? code;

  /** None where they were altered: loading them again is the way out. */
  const limitsStanding = async (): Promise<readonly Limit[]> => {
    try {
      return (await keeper.current()).limits;
    } catch (error) {
      if (error instanceof RecordsAltered) return [];
      throw error;
    }
  };

  const store = async (caller: Caller, edition: EditionHead, { limits, exemptions }: PrintedRows, digest: string) => {
    const [latest] = await Edition.find({ code: edition.code })
      .sort({ version: -1 })
      .limit(1)
      .lean<{ version: number }[]>();
    const version = (latest?.version ?? 0) + 1;
    const _id = new Types.ObjectId();
    const loaded = { loadedBy: caller.username, loadedAt: context.clock() };
    await inTransaction(context, actorOf(caller), async ({ session }) => {
      const exempt = exemptions.length > 0 && { exemptions: [...exemptions] };
      await Edition.create([{ ...edition, ...exempt, _id, version, rows: limits.length, digest, ...loaded }], {
        session,
      });
      for (let start = 0; start < limits.length; start += rowsAtOnce) {
        const rows = limits
          .slice(start, start + rowsAtOnce)
          .map((limit, index) => ({ ...limit, editionId: _id, row: start + index }));
        await LimitRow.insertMany(rows, { session, lean: true });
      }
    });
    return version;
  };

  return {
    /**
     * A dry run, unless the query bears the digest of one.
     * @param content .xlsx or CSV
     * @throws InvalidInput when the file cannot be read or, once it is to be loaded, for every bad row;
     *   Conflict when it is not the file, or not the edition, that the report told of
     */
    async importLimits(
      caller: Caller,
      { digest: wanted, unit, ...query }: ImportQuery,
      content: Buffer,
    ): Promise<ImportReport> {
      const rows = await readTable(content, limitTable);
      if (!rows.length) throw InvalidInput.field('', 'has no rows');
      const { headings, problems, ...printed } = readLimits(rows, { foods, unit });
      const edition = headOf(query);
      const digest = contentDigest(edition, printed);
      const standing = await limitsStanding();
      const report = {
        digest,
        rows: rows.length,
        limits: printed.limits.length,
        exempt: printed.exemptions.length,
        headings,
        problems: problems.slice(0, problemsShown),
        ...shown(
          compareLimits(
            standing.filter(({ standard }) => standard === query.code),
            printed.limits,
            nameOf,
          ),
        ),
      };
      if (wanted === undefined) return report;
      if (problems.length) throw refused(problems.slice(0, problemsShown));
      if (wanted !== digest)
        throw new Conflict('The file or the edition is not what the report was about: ask for a new report', [
          { pointer: '/query/digest', message: 'is not the digest of this file and edition' },
        ]);
      try {
        return { ...report, version: await store(caller, edition, printed, digest) };
      } catch (error) {
        if (isDuplicateKey(error)) throw new Conflict('Somebody else is loading this standard: ask for a new report');
        throw error;
      }
    },

    /** @throws NotFound when one of the two was never loaded */
    async compareVersions({
      code,
      from,
      to,
    }: z.output<typeof compareStandardsQuery>): Promise<z.infer<typeof standardComparisonSchema>> {
      const before = await keeper.printed(code, from);
      const after = await keeper.printed(code, to);
      return {
        ...shown(compareLimits(before.limits, after.limits, nameOf)),
        exempt: {
          added: namesMissing(after.exemptions, before.exemptions),
          removed: namesMissing(before.exemptions, after.exemptions),
        },
      };
    },
  };
}

type EditionHead = ReturnType<typeof headOf>;

function headOf({ replaces, ...query }: Omit<ImportQuery, 'digest' | 'unit'>) {
  return {
    ...query,
    replaces: (replaces ?? '').split(/[,，]/).flatMap((code) => (code.trim() ? [code.trim()] : [])),
  };
}

function shown({ added, removed, changed, same }: Comparison) {
  const first = <Each>(list: Each[]) => list.slice(0, changesShown);
  return {
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    same,
    changes: { added: first(added), removed: first(removed), changed: first(changed) },
  };
}

function namesMissing(these: PrintedRows['exemptions'], among: PrintedRows['exemptions']): string[] {
  const known = new Set(among.map(({ substance }) => nameKey(substance)));
  return these.map(({ substance }) => substance).filter((substance) => !known.has(nameKey(substance)));
}

function refused(problems: readonly RowProblem[]): InvalidInput {
  return new InvalidInput(
    'Nothing was loaded: the file has rows that are no limits',
    problems.map(({ line, column, message }) => ({ pointer: `/rows/${line}/${column}`, message })),
  );
}
