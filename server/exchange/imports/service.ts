import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findPage, type Page } from '../../database/page.ts';
import type { AnyRowLoader } from '../../database/row-loader.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { readTable } from '../../http/tables/read-table.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import { senderOf } from '../../identity/sender.ts';
import { createDueRounds } from '../../jobs/due-rounds.ts';
import { columnsOfRegister } from '../registers/columns.ts';
import { type RegisterImportVerb, registerImportTransition } from './lifecycle.ts';
import { type ImportPartRecord, type RegisterImportRecord, registerImportModels } from './model.ts';
import { noneYet, partsOf } from './rules.ts';
import type { ImportedRegister, registerImportRowSchema, registerImportRowsQuery } from './schema.ts';
import { tableFormOf } from './table-form.ts';
import { type RegisterImportView, registerImportView } from './view.ts';
import { createImportWork } from './work.ts';

type Row = z.infer<typeof registerImportRowSchema>;

/** Each register's own way to take a row. */
export type RegisterLoaders = { [Register in ImportedRegister]: AnyRowLoader };

/** Of one part, which is stored whole or not at all. */
export const rowsInPart = 1_000;

/** Registers from tables: tried first, then stored, both in the background, part by part (ADR 84). */
export function createRegisterImports(context: Context, loaders: RegisterLoaders, mostInPart = rowsInPart) {
  const models = registerImportModels(context.connection);
  const { Import, Part } = models;
  const { doDue, forgetContent } = createImportWork(context, models, loaders);
  const rounds = createDueRounds(context, {
    name: 'register-imports',
    failing: 'tables not loaded, will retry',
    doDue,
  });

  const require = async (caller: Caller, id: string): Promise<RegisterImportRecord> => {
    const found = await Import.findById(id, null, within(caller, 'register-imports:read')).lean<RegisterImportRecord>();
    if (!found) throw new NotFound('There is no such import');
    return found;
  };

  const step = async (
    caller: Caller,
    id: string,
    verb: RegisterImportVerb,
    fields: object,
    also?: (work: Work, of: RegisterImportRecord) => Promise<unknown>,
  ): Promise<RegisterImportView> => {
    const found = await require(caller, id);
    const { from, to, permission, otherwise } = registerImportTransition(verb);
    requireRight(caller, permission, found);
    await inTransaction(context, actorOf(caller), async (work) => {
      const { matchedCount } = await Import.updateOne(
        { _id: id, state: { $in: [...from] } },
        { $set: { state: to, ...fields } },
        { session: work.session, ...within(caller, permission) },
      );
      if (matchedCount === 0) throw new IllegalTransition(otherwise);
      await also?.(work, found);
    });
    rounds.soon();
    return registerImportView(await require(caller, id), caller);
  };

  return {
    /**
     * Takes a table; what would become of each row is tried with the caller's rights, in the background.
     * @param content .xlsx or CSV in UTF-8 or GB 18030
     * @throws InvalidInput when the file cannot be read
     */
    async create(caller: Caller, register: ImportedRegister, content: Buffer): Promise<RegisterImportView> {
      const { divisionCode, username } = caller;
      requireRight(caller, 'register-imports:create', { divisionCode });
      const table = await readTable(content, tableFormOf(register));
      if (!table.length) throw InvalidInput.field('', 'has no rows');
      const created: RegisterImportRecord = {
        _id: new Types.ObjectId(),
        ...{ register, divisionCode, state: 'checking', rows: table.length, done: 0, counts: noneYet, next: 0 },
        digest: createHash('sha256').update(content).digest('hex'),
        sender: senderOf(caller),
        createdBy: username,
        createdAt: context.clock(),
      };
      const parts = partsOf(table, mostInPart).map((rows, index) => ({
        ...{ importId: created._id, divisionCode, index, stored: false, reports: [] },
        lastLine: rows.at(-1)?.line ?? 0,
        content: JSON.stringify(rows),
      }));
      const scoped = within(caller, 'register-imports:create');
      await inTransaction(context, actorOf(caller), async ({ session }) => {
        await Import.create([created], { session, ...scoped });
        await Part.create(parts, { session, ordered: true, ...scoped });
      });
      rounds.soon();
      return registerImportView(created, caller);
    },

    async list(
      caller: Caller,
      query: { limit: number; cursor?: string | undefined },
    ): Promise<Page<RegisterImportView>> {
      const scoped = within(caller, 'register-imports:read');
      const page = await findPage(Import, {}, { ...query, order: 'descending' }, scoped);
      return {
        items: page.items.map((found) => registerImportView(found as RegisterImportRecord, caller)),
        nextCursor: page.nextCursor,
      };
    },

    get: async (caller: Caller, id: string) => registerImportView(await require(caller, id), caller),

    /** Stores what was tried, with this caller's rights. @throws IllegalTransition unless every row was good */
    store: (caller: Caller, id: string) =>
      step(caller, id, 'store', { done: 0, next: 0, counts: noneYet, sender: senderOf(caller) }),

    /** Ends an import; parts that are stored stay. @throws IllegalTransition when it has ended */
    cancel: (caller: Caller, id: string) =>
      step(caller, id, 'cancel', { endedAt: context.clock() }, (work, { _id }) => forgetContent(work, _id)),

    /** What became of each row so far, in the order of the table. */
    async listRows(
      caller: Caller,
      id: string,
      { outcome, limit, cursor }: z.output<typeof registerImportRowsQuery>,
    ): Promise<Page<Row>> {
      const { _id: importId, register } = await require(caller, id);
      const scoped = within(caller, 'register-imports:read');
      const items: Row[] = [];
      let after = lineOf(cursor);
      while (items.length <= limit) {
        const part = await Part.findOne({ importId, lastLine: { $gt: after } }, { content: 0 }, scoped)
          .sort({ index: 1 })
          .lean<ImportPartRecord>();
        if (!part) break;
        const { stored, reports, lastLine } = part;
        for (const { line, faults, outcome: of } of reports)
          if (line > after && (outcome === undefined || of === outcome))
            items.push({ line, outcome: of, stored, errors: faults.map((fault) => withTitle(register, fault)) });
        after = lastLine;
      }
      const page = items.slice(0, limit);
      const last = items.length > limit ? page.at(-1) : undefined;
      return { items: page, nextCursor: last ? Buffer.from(String(last.line)).toString('base64url') : null };
    },

    doDue,
    start: rounds.start,
    stop: rounds.stop,
  };
}

export type RegisterImports = ReturnType<typeof createRegisterImports>;

function withTitle<Fault extends { column: string }>(register: ImportedRegister, fault: Fault) {
  const title = columnsOfRegister(register).find(({ field }) => field === fault.column)?.title;
  return { ...fault, ...(title && { title }) };
}

function lineOf(cursor: string | undefined): number {
  const text = cursor === undefined ? '0' : Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{1,7}$/.test(text)) throw InvalidInput.field('/query/cursor', 'is not a cursor given by this list');
  return Number(text);
}
