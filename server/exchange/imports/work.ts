import type { Context } from '../../context.ts';
import { system } from '../../database/change-log/actor.ts';
import { asRepeatable } from '../../database/duplicate-key.ts';
import { unscoped } from '../../database/guard.ts';
import { eachInOneTransaction, inTransaction, type Work } from '../../database/transaction.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { callerOf } from '../../identity/sender.ts';
import { inTheClear } from '../../privacy/index.ts';
import { workingStates } from './lifecycle.ts';
import type { ImportPartRecord, RegisterImportModels, RegisterImportRecord } from './model.ts';
import { checkRow, errorsOf } from './rows.ts';
import { afterPart } from './rules.ts';
import type { RowReport } from './schema.ts';
import type { RegisterLoaders } from './service.ts';

/** A table that nobody has stored for so long is forgotten: it names people. */
const keptDays = 7;
const dayMs = 86_400_000;

const ownWork = unscoped('an import carries its sender’s rights itself');

/** Somebody has cancelled the import, or another instance has done this part. */
class NoLongerDue extends Error {}

/** Tries and stores tables part by part; each part is in one transaction with the import's progress, so that a kill loses and doubles nothing. */
export function createImportWork(context: Context, { Import, Part }: RegisterImportModels, loaders: RegisterLoaders) {
  const forgetContent = ({ session }: Pick<Work, 'session'>, importId: RegisterImportRecord['_id']) =>
    Part.updateMany({ importId }, { $unset: { content: 1 } }, { session, ...ownWork });

  const advance = async (work: Work, job: RegisterImportRecord, part: ImportPartRecord, reports: RowReport[]) => {
    const { state, done, counts, next } = afterPart(job, reports);
    const over = state !== job.state && state !== 'checked';
    const { matchedCount } = await Import.updateOne(
      { _id: job._id, state: job.state, next: job.next },
      { $set: { state, done, counts, next, ...(over && { endedAt: context.clock() }) } },
      { session: work.session, ...ownWork },
    );
    if (matchedCount === 0) throw new NoLongerDue();
    const stored = job.state === 'storing' && state !== 'halted';
    const told = reports.map(({ errors: faults, ...report }) => ({ ...report, faults }));
    await Part.updateOne({ _id: part._id }, { $set: { stored, reports: told } }, { session: work.session, ...ownWork });
    if (over) await forgetContent(work, job._id);
  };

  const doPart = async (job: RegisterImportRecord): Promise<void> => {
    const caller: Caller = callerOf(job.sender);
    const part = await Part.findOne({ importId: job._id, index: job.next }, null, ownWork).lean<ImportPartRecord>();
    if (!part) return;
    const loader = loaders[job.register];
    const checked = JSON.parse(inTheClear(Part, part).content ?? '[]').map((row: never) => checkRow(loader, row));
    const { good, bad } = sorted(checked);
    const reportsOf = (tried: RowReport[]) => [...bad, ...tried].sort((a, b) => a.line - b.line);
    let kept = false;
    const outcomes = await eachInOneTransaction(context, actorOf(caller), good, {
      keep: job.state === 'storing' && bad.length === 0,
      change: (work, { body }) =>
        loader.load(work, caller, body).catch((error: unknown) => Promise.reject(asRepeatable(error))),
      async alongside(work, done) {
        await advance(work, job, part, reportsOf(done.map(reportOf)));
        kept = true;
      },
    });
    if (kept) return;
    const reports = reportsOf(outcomes.map(reportOf));
    await inTransaction(context, actorOf(caller), (work) => advance(work, job, part, reports));
  };

  const forgetOld = async (): Promise<void> => {
    const before = new Date(context.clock().getTime() - keptDays * dayMs);
    const old = { state: 'checked' as const, createdAt: { $lt: before } };
    for (const { _id } of await Import.find(old, null, ownWork).lean<RegisterImportRecord[]>())
      await inTransaction(context, system('register-imports'), async (work) => {
        const { matchedCount } = await Import.updateOne(
          { _id, state: 'checked' },
          { $set: { state: 'cancelled', endedAt: context.clock() } },
          { session: work.session, ...ownWork },
        );
        if (matchedCount > 0) await forgetContent(work, _id);
      });
  };

  return {
    forgetContent,

    /** One part of each import that waits, so that a large table holds up no small one. @returns when there is more to do */
    async doDue(goesOn: () => boolean): Promise<Date | null> {
      await forgetOld();
      const due = await Import.find({ state: { $in: [...workingStates] } }, null, ownWork)
        .sort({ _id: 1 })
        .lean<RegisterImportRecord[]>();
      const failures: unknown[] = [];
      for (const job of due)
        if (goesOn())
          await doPart(job).catch((error: unknown) => {
            if (!(error instanceof NoLongerDue)) failures.push(error);
          });
      if (failures.length > 0) throw failures[0];
      return due.length > 0 ? context.clock() : null;
    },
  };
}

type Checked = ReturnType<typeof checkRow>;
type Outcomes = Awaited<
  ReturnType<typeof eachInOneTransaction<{ line: number }, Exclude<RowReport['outcome'], 'refused'>>>
>;

function sorted(checked: readonly Checked[]) {
  return {
    good: checked.flatMap((row) => ('body' in row ? [row] : [])),
    bad: checked.flatMap((row): RowReport[] => ('errors' in row ? [{ ...row, outcome: 'refused' }] : [])),
  };
}

function reportOf({ row: { line }, done, refused }: Outcomes[number]): RowReport {
  return done
    ? { line, outcome: done, errors: [] }
    : { line, outcome: 'refused', errors: refused ? errorsOf(refused) : [] };
}
