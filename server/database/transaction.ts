import type { ClientSession, Model } from 'mongoose';
import type { Context } from '../context.ts';
import { AgriTraceError } from '../errors.ts';
import type { DomainEvents } from '../events.ts';
import { type Actor, attribute } from './change-log/actor.ts';
import type { Scoped } from './guard.ts';

/** One unit of work: all its writes are committed together, its events are told only afterwards. */
export interface Work {
  session: ClientSession;
  actor: Actor;
  emit<Name extends keyof DomainEvents>(name: Name, event: DomainEvents[Name]): void;
}

/**
 * Runs `change` in a transaction, for which `actor` answers in the audit log; the driver repeats it whole on a write
 * conflict, so it must have no other side effect.
 */
export async function inTransaction<Result>(
  context: Context,
  actor: Actor,
  change: (work: Work) => Promise<Result>,
  reason?: string,
): Promise<Result> {
  let pending: (() => void)[] = [];
  const result = await context.connection.transaction(async (session) => {
    pending = [];
    attribute(session, { actor, at: context.clock(), reason });
    return change({
      session,
      actor,
      emit(name, event) {
        pending.push(() => context.bus.emit(name, event));
      },
    });
  });
  for (const tell of pending) tell();
  return result as Result;
}

/**
 * Creates one record in a transaction of its own.
 * @throws Forbidden when it would lie outside the scope
 */
export function createRecord<Record>(
  context: Context,
  actor: Actor,
  model: Model<Record>,
  fields: object,
  scoped?: Scoped,
): Promise<Record> {
  return inTransaction(context, actor, (work) => createWithin(work, model, fields, scoped));
}

/**
 * Creates one record together with what else is written in the transaction.
 * @throws Forbidden when it would lie outside the scope
 */
export async function createWithin<Record>(
  { session }: Pick<Work, 'session'>,
  model: Model<Record>,
  fields: object,
  scoped?: Scoped,
): Promise<Record> {
  const [created] = await model.create([fields] as Parameters<Model<Record>['create']>[0][], { session, ...scoped });
  return (created as unknown as { toObject(): Record }).toObject();
}

/** Ends the trial that shows what would be done. */
class TrialOver extends Error {}

export type RowOutcome<Row, Done> = { row: Row; done?: Done; refused?: AgriTraceError };

interface EachRow<Row, Done> {
  /** `false`: a trial, which stores nothing. */
  keep: boolean;
  change(work: Work, row: Row): Promise<Done>;
  /** What is written together with the rows, once all of them are taken. */
  alongside?(work: Work, outcomes: readonly RowOutcome<Row, Done>[]): Promise<void>;
}

/**
 * Does the same with each row, all in one transaction, and tells how each fared. It is committed when `keep` is set and no row was
 * refused; else nothing is.
 */
export async function eachInOneTransaction<Row, Done>(
  context: Context,
  actor: Actor,
  rows: readonly Row[],
  { keep, change, alongside }: EachRow<Row, Done>,
): Promise<RowOutcome<Row, Done>[]> {
  let outcomes: RowOutcome<Row, Done>[] = [];
  const trial = inTransaction(context, actor, async (work) => {
    outcomes = [];
    for (const row of rows)
      try {
        outcomes.push({ row, done: await change(work, row) });
      } catch (error) {
        if (!(error instanceof AgriTraceError)) throw error;
        outcomes.push({ row, refused: error });
      }
    if (!keep || outcomes.some(({ refused }) => refused)) throw new TrialOver();
    await alongside?.(work, outcomes);
  });
  await trial.catch((error: unknown) => {
    if (!(error instanceof TrialOver)) throw error;
  });
  return outcomes;
}
