import type { ClientSession, Model } from 'mongoose';
import type { Context } from '../context.ts';
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
  return inTransaction(context, actor, async ({ session }) => {
    const [created] = await model.create([fields] as Parameters<Model<Record>['create']>[0][], { session, ...scoped });
    return (created as unknown as { toObject(): Record }).toObject();
  });
}
