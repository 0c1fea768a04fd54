import type { Scope } from '../aggregation/scope.ts';
import { EngineError } from '../errors.ts';
import { removeDocument } from '../storage/documents.ts';
import type { View } from '../storage/view.ts';
import { type, type Value } from '../values/bson.ts';
import { readDouble } from '../values/numbers.ts';
import { findCollection, type Run } from './access.ts';
import { checkFields, type Reply } from './command.ts';
import { scopeOf } from './scope.ts';
import { batchOf, isOrdered, parsedStatements, requireOnce, runStatements, writeReply } from './statements.ts';
import { changeTargets, counted, type Namespace, type Steps, type Target, targetOf } from './targets.ts';

export function parseDeleteStatement(statement: Value, scope: Scope): Target {
  const fields = checkFields('delete.deletes', statement, ['q', 'limit', 'hint'], ['collation', 'sampleId']);
  const query = fields.get('q');
  const limit = fields.get('limit');
  if (query?.type !== type.object)
    throw new EngineError(40414, "BSON field 'delete.deletes.q' is missing but a required field");
  if (!limit) throw new EngineError(40414, "BSON field 'delete.deletes.limit' is missing but a required field");
  const count = readDouble(limit);
  if (count !== 0 && count !== 1)
    throw new EngineError(9, `The limit field in delete objects must be 0 or 1. Got ${count}`);
  return targetOf(query, scope, { multi: count === 0, hint: fields.get('hint') });
}

/** Does one delete statement; gives how many documents it removed. */
export function* runDelete(run: Run, view: View, namespace: Namespace, target: Target): Steps<number> {
  requireOnce(run, target.multi, 'limit=0');
  const collection = findCollection(run, namespace.database, namespace.name);
  if (!collection) return 0;
  return yield* changeTargets(view, collection, target, (stored) => {
    removeDocument(view, collection, stored);
    counted(collection, run, -1);
  });
}

export async function deleteDocuments(run: Run): Promise<Reply> {
  const { command } = run;
  const namespace = { database: command.database, name: command.collection() };
  const statements = batchOf(command, 'deletes');
  const scope = scopeOf(command);
  const targetAt = parsedStatements(statements, (statement) => parseDeleteStatement(statement, scope));
  const progress = await runStatements(run, statements, isOrdered(command), function* (view, index, done) {
    done.n += yield* runDelete(run, view, namespace, targetAt(index));
  });
  return writeReply(progress, {});
}
