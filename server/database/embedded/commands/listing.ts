import { elements, type Value } from '../values/bson.ts';
import { readDouble } from '../values/numbers.ts';
import type { Run } from './access.ts';
import type { Reply } from './command.ts';

/** Answers with a cursor over documents at hand. */
export function listed(run: Run, namespace: string, documents: readonly Value[]): Promise<Reply> {
  const cursor = run.command.document('cursor');
  const size = cursor && elements(cursor).find(({ name }) => name === 'batchSize')?.value;
  return run.engine.cursors.start({
    namespace,
    results: documents.values(),
    transaction: run.transaction,
    snapshot: run.snapshot,
    session: undefined,
    batchSize: size ? readDouble(size) : Number.POSITIVE_INFINITY,
    deadline: run.deadline,
  });
}
