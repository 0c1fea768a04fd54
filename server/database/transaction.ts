import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import type { DomainEvents } from '../events.ts';

/** One unit of work: all its writes are committed together, its events are told only afterwards. */
export interface Work {
  session: ClientSession;
  emit<Name extends keyof DomainEvents>(name: Name, event: DomainEvents[Name]): void;
}

/** Runs `change` in a transaction; the driver repeats it whole on a write conflict, so it must have no other side effect. */
export async function inTransaction<Result>(
  context: Context,
  change: (work: Work) => Promise<Result>,
): Promise<Result> {
  let pending: (() => void)[] = [];
  const result = await context.connection.transaction(async (session) => {
    pending = [];
    return change({
      session,
      emit(name, event) {
        pending.push(() => context.bus.emit(name, event));
      },
    });
  });
  for (const tell of pending) tell();
  return result as Result;
}
