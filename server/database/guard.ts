import type { Aggregate, Connection, Document, MongooseQueryMiddleware, Query, Schema } from 'mongoose';
import { Forbidden } from '../errors.ts';

/** What a query may reach. */
export type Scope =
  | {
      /** The records of this resource … */
      resource: string;
      /** … that the filter takes in, and no others. */
      filter: Record<string, unknown>;
      /** The same question about a record at hand. */
      covers(record: object): boolean;
    }
  | {
      /** All records: the platform's own work, or a use case that answers itself for who sees them. Says which. */
      unscoped: string;
    };

/** The scope as an option of a query, of `aggregate().option()`, or of `create`. */
export interface Scoped {
  scope: Scope;
}

/** For work that is not done with a caller's rights. `reason` is for whoever reads the code. */
export function unscoped(reason: string): Scoped {
  return { scope: { unscoped: reason } };
}

/** For records that belong to one that has been read within a scope, as readings to their device. */
export function partOf(resource: string, owner: Record<string, string>): Scoped {
  const covers = (record: object) =>
    Object.entries(owner).every(([field, value]) => (record as Record<string, unknown>)[field] === value);
  return { scope: { resource, filter: owner, covers } };
}

const filtered = [
  'find',
  'findOne',
  'countDocuments',
  'distinct',
  'updateOne',
  'updateMany',
  'replaceOne',
  'findOneAndUpdate',
  'findOneAndReplace',
  'findOneAndDelete',
  'deleteOne',
  'deleteMany',
] satisfies MongooseQueryMiddleware[];

const replacing = ['replaceOne', 'findOneAndReplace'];

/** Stages that read or write other collections, where this scope means nothing. */
const leavingStages = ['$lookup', '$graphLookup', '$unionWith', '$out', '$merge'];

interface Guarding {
  resource: string;
  /** Written by the platform's own machinery alone, many at once. */
  appended?: boolean;
}

const decided = new WeakMap<Schema, 'guarded' | { unguarded: string }>();

/** A schema whose records are not asked for with anybody's rights. `reason` is for whoever reads the code. */
export function unguarded<Record>(schema: Schema<Record>, reason: string): void {
  decided.set(schema as unknown as Schema, { unguarded: reason });
}

/** @throws Error when there is a model that is neither guarded nor said to need no guard: nothing starts with it */
export function requireGuards(connection: Connection): void {
  const open = Object.values(connection.models).filter(({ schema }) => !decided.has(schema as unknown as Schema));
  if (open.length > 0)
    throw new Error(
      `${open.map(({ modelName }) => modelName).join(', ')}: say by guarded(schema, …) that its records have a scope, or by unguarded(schema, reason) why not`,
    );
}

/**
 * Guards the records of a schema: whatever is asked of the database without a scope throws, and what is asked with one
 * reaches nothing outside it. Call it before `audited`, whose reading of a record's earlier state is then within the scope.
 */
export function guarded<Record>(schema: Schema<Record>, { resource, appended = false }: Guarding): void {
  decided.set(schema as unknown as Schema, 'guarded');
  const require = (scope: Scope | undefined): Scope => {
    if (!scope)
      throw new Error(
        `${resource} were asked for without a scope: say with whose right by within(caller, '${resource}:…'), or why with nobody's by unscoped(reason)`,
      );
    if (!('unscoped' in scope) && scope.resource !== resource)
      throw new Error(`${resource} were asked for with a scope for ${scope.resource}`);
    return scope;
  };

  schema.pre(filtered, { query: true, document: false }, function () {
    const query = this as unknown as Query<unknown, unknown>;
    const scope = require(query.getOptions().scope);
    if ('unscoped' in scope) return;
    if (replacing.includes((query as unknown as { op: string }).op))
      throw new Error(`${resource} are changed field by field: a replacement may leave its scope`);
    refuseMoving(query.getUpdate(), query.getOptions(), scope.filter, resource);
    query.and([scope.filter]);
  });

  schema.pre('estimatedDocumentCount', function () {
    const scope = require((this as unknown as Query<unknown, unknown>).getOptions().scope);
    if (!('unscoped' in scope)) throw new Error(`Only countDocuments counts ${resource} within a scope`);
  });

  schema.pre('aggregate', function () {
    const aggregate = this as unknown as Aggregate<unknown> & { options: Partial<Scoped> };
    const scope = require(aggregate.options.scope);
    if ('unscoped' in scope) return;
    const stages: object[] = aggregate.pipeline();
    const leaving = stages.flatMap((stage) => Object.keys(stage)).find((name) => leavingStages.includes(name));
    if (leaving) throw new Error(`${leaving} would lead out of the scope of ${resource}`);
    stages.unshift({ $match: scope.filter });
  });

  schema.pre('save', function (this: Document, options: unknown) {
    const scope = require((options as Partial<Scoped> | undefined)?.scope);
    if ('unscoped' in scope) return;
    if (!this.isNew) throw new Error(`${resource} are changed by an update, which stays within its scope`);
    if (!scope.covers(this.toObject())) throw new Forbidden('That record would lie outside of what is yours to write');
  });

  for (const operation of appended ? [] : (['insertMany', 'bulkWrite'] as const))
    schema.pre(operation as 'deleteMany', () => {
      throw new Error(`${operation} cannot be held to a scope: use create or an update for ${resource}`);
    });
}

/** An update within a scope changes no field that the scope looks at, and makes no new record. */
function refuseMoving(
  update: unknown,
  options: { upsert?: boolean | undefined },
  filter: Record<string, unknown>,
  resource: string,
): void {
  if (!update) return;
  if (options.upsert) throw new Error(`An upsert may create ${resource} outside of its scope`);
  const deciding = fieldsOf(filter);
  const touched = Array.isArray(update)
    ? [...deciding]
    : Object.entries(update as Record<string, object>).flatMap(([operator, operands]) =>
        operator.startsWith('$') ? namedBy(operator, operands) : [operator],
      );
  const moved = touched.find((field) => deciding.has(field.split('.')[0] ?? ''));
  if (moved) throw new Forbidden(`${moved} decides whose record it is and cannot be changed here`);
}

function namedBy(operator: string, operands: object): string[] {
  return operator === '$rename' ? Object.entries(operands).flat() : Object.keys(operands);
}

function fieldsOf(filter: Record<string, unknown>): Set<string> {
  return new Set(
    Object.entries(filter).flatMap(([field, wanted]) =>
      field.startsWith('$') && Array.isArray(wanted) ? wanted.flatMap((each) => [...fieldsOf(each)]) : [field],
    ),
  );
}
