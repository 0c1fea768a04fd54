import { optionsOf, type Session } from './entities.ts';
import type { Document, Step } from './format.ts';

/** Operations on sessions; `runSteps` runs the steps inside a transaction's callback. */
export async function runOnSession(
  session: Session,
  name: string,
  given: Document,
  runSteps: (steps: Step[]) => Promise<void>,
): Promise<unknown> {
  switch (name) {
    case 'startTransaction':
      return session.startTransaction(optionsOf(given));
    case 'commitTransaction':
      return session.commitTransaction(optionsOf(given));
    case 'abortTransaction':
      return session.abortTransaction(optionsOf(given));
    case 'endSession':
      return session.endSession();
    case 'getSnapshotTime':
      return (session as unknown as { snapshotTime: unknown }).snapshotTime;
    case 'withTransaction': {
      const { callback, ...options } = given;
      return session.withTransaction(() => runSteps(callback as Step[]), optionsOf(options));
    }
    default:
      throw new Error(`the runner does not know the operation ${name} of a session`);
  }
}
