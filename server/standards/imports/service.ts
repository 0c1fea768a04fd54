import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import type { Page } from '../../database/page.ts';
import { inTransaction } from '../../database/transaction.ts';
import { Conflict, InvalidInput, RecordsAltered } from '../../errors.ts';
import { readTable } from '../../http/tables/read-table.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { createEditionRows } from '../edition-rows.ts';
import type { LawKeeper } from '../law-in-force.ts';
import { pageOfList } from '../list-page.ts';
import { standardsModels } from '../model.ts';
import type { FoodNode } from '../rules/food.ts';
import { nameKey } from '../rules/substance.ts';
import {
  changeKinds,
  type compareStandardsQuery,
  type importReportSchema,
  type importStandardQuery,
  type standardChangeSchema,
  type standardChangesQuery,
  type standardComparisonSchema,
} from '../schema.ts';
import { type Comparison, compareRows } from './compare.ts';
import { contentDigest } from './content-digest.ts';
import { foodNamesOf } from './food-names.ts';
import { mostRows } from './table.ts';
import type { PrintedRows, RowFault } from './table-kind.ts';
import { tableKindOf } from './tables.ts';

type CompareQuery = z.output<typeof compareStandardsQuery>;
type ImportQuery = z.output<typeof importStandardQuery>;
type ImportReport = z.infer<typeof importReportSchema>;

const changesShown = 200;
const problemsShown = 500;

/** Loads editions of standards from tables: first a report, then, by its digest, what the report told of. */
export function createImports(context: Context, keeper: LawKeeper) {
  const { Edition, Product } = standardsModels(context.connection);
  const { storeRows } = createEditionRows(context);

  const nameOf = async () => {
    const { nodes } = await keeper.foods();
    return (code: string) => nodes.get(code)?.name ?? code;
  };

  /** The edition of that code as it stands; no rows where they were altered: loading them again is the way out. */
  const standingEdition = async (code: string) => {
    const { editions } = await keeper.editionsStanding();
    const edition = editions.find((each) => each.code === code);
    const printed = edition && (await unlessAltered(() => keeper.rowsOf(edition), { rows: [], exemptions: [] }));
    return { edition, rows: printed?.rows ?? [] };
  };

  const foodsNow = (kind: ImportQuery['kind']) =>
    kind === 'classification' ? unlessAltered(keeper.foods, foodNamesOf(new Map())) : keeper.foods();

  /** What a classification may not leave out: foods that products are filed under, or that limits and bans name. */
  const foodsMissing = async (kind: ImportQuery['kind'], rows: readonly unknown[]): Promise<RowFault[]> => {
    if (kind !== 'classification') return [];
    const told = new Set((rows as readonly FoodNode[]).map(({ code }) => code));
    const ofProducts: string[] = await Product.distinct('categoryCode');
    const ofLaw = await unlessAltered(keeper.foodsInUse, []);
    const missing = [...new Set([...ofProducts, ...ofLaw])].filter((code) => !told.has(code));
    return missing.map((code) => ({ line: 1, column: 'code', message: `leaves out ${code}, which is in use` }));
  };

  const store = async (caller: Caller, edition: EditionHead, printed: PrintedRows, digest: string) => {
    const { code, kind } = edition;
    const [latest] = await Edition.find({ code }).sort({ version: -1 }).limit(1).lean<{ version: number }[]>();
    const version = (latest?.version ?? 0) + 1;
    const _id = new Types.ObjectId();
    const { rows, exemptions } = printed;
    const exempt = exemptions.length > 0 && { exemptions: [...exemptions] };
    const loaded = { loadedBy: caller.username, loadedAt: context.clock() };
    await inTransaction(context, actorOf(caller), async ({ session }) => {
      await Edition.create([{ ...edition, ...exempt, _id, version, rows: rows.length, digest, ...loaded }], {
        session,
      });
      await storeRows(_id, { kind, ...printed }, session);
    });
    return version;
  };

  const compared = async ({ code, from, to, toCode = code }: CompareQuery) => {
    const before = await keeper.printed(code, from);
    const after = await keeper.printed(toCode, to);
    if (tableKindOf(before.kind) !== tableKindOf(after.kind))
      throw InvalidInput.field('/query/toCode', 'is a standard of another kind');
    const comparison = compareRows(tableKindOf(after.kind), before.rows, after.rows, await nameOf());
    return { before, after, comparison };
  };

  return {
    /**
     * A dry run, unless the query bears the digest of one.
     * @param content .xlsx or CSV
     * @throws InvalidInput when the file cannot be read or, once it is to be loaded, for every bad row;
     *   Conflict when it is not the file, or not the edition, that the report told of, or when its code is that of another kind
     */
    async importStandard(
      caller: Caller,
      { digest: wanted, unit, ...query }: ImportQuery,
      content: Buffer,
    ): Promise<ImportReport> {
      const kind = tableKindOf(query.kind);
      const table = await readTable(content, { ...kind, mostRows });
      if (!table.length) throw InvalidInput.field('', 'has no rows');
      const standing = await standingEdition(query.code);
      if (standing.edition && standing.edition.kind !== query.kind)
        throw new Conflict(`${query.code} holds ${standing.edition.kind}: another kind of table needs another code`, [
          { pointer: '/query/code', message: 'is the code of another kind of table' },
        ]);
      const { headings, problems: unread, ...printed } = kind.read(table, { foods: await foodsNow(query.kind), unit });
      const missing = await foodsMissing(query.kind, printed.rows);
      const problems = [...unread, ...missing].toSorted((a, b) => a.line - b.line);
      const edition = headOf(query);
      const digest = contentDigest(edition, printed);
      const report = {
        digest,
        rows: table.length,
        entries: printed.rows.length,
        exempt: printed.exemptions.length,
        headings,
        problems: problems.slice(0, problemsShown),
        ...shown(compareRows(kind, standing.rows, printed.rows, await unlessAltered(nameOf, String))),
      };
      if (wanted === undefined) return report;
      if (problems.length) throw refused(report.problems);
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

    /** @throws NotFound when one of the two was never loaded; InvalidInput when they are of two kinds */
    async compareVersions(query: CompareQuery): Promise<z.infer<typeof standardComparisonSchema>> {
      const { before, after, comparison } = await compared(query);
      return {
        ...shown(comparison),
        exempt: {
          added: namesMissing(after.exemptions, before.exemptions),
          removed: namesMissing(before.exemptions, after.exemptions),
        },
      };
    },

    /** All that two versions say differently, row by row. @throws NotFound, InvalidInput as `compareVersions` */
    async listChanges({
      change,
      limit,
      cursor,
      ...query
    }: z.output<typeof standardChangesQuery>): Promise<Page<z.infer<typeof standardChangeSchema>>> {
      const { comparison } = await compared(query);
      const asked = changeKinds.filter((kind) => change === undefined || change === kind);
      const changes = asked.flatMap((kind) => comparison[kind].map((row) => ({ change: kind, ...row })));
      return pageOfList(changes, { limit, cursor });
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

async function unlessAltered<Read>(read: () => Promise<Read>, instead: Read): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RecordsAltered) return instead;
    throw error;
  }
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

function refused(problems: readonly RowFault[]): InvalidInput {
  return new InvalidInput(
    'Nothing was loaded: the file has rows that are not right',
    problems.map(({ line, column, message }) => ({ pointer: `/rows/${line}/${column}`, message })),
  );
}
