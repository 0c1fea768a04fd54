import { EngineError } from '../errors.ts';
import type { ExplainedStage } from '../query/explain.ts';
import type { Query } from '../query/run.ts';
import { parseSort } from '../query/sort.ts';
import type { Stored } from '../storage/documents.ts';
import { applyUpdate } from '../update/update.ts';
import { elements, isEmptyDocument, type, type Value } from '../values/bson.ts';
import type { Run } from './access.ts';
import type { Command } from './command.ts';
import { parseDeleteStatement } from './delete.ts';
import { emptyDocument, nonNegative, parseQuery } from './documents.ts';
import { scopeOf } from './scope.ts';
import { targetOf } from './targets.ts';
import { parseUpdateStatement, type UpdateStatement, updateStatement } from './update.ts';

/** A query to explain: what is shown of it, and what the command makes of its result. */
export type Subject = {
  query: Query;
  filter: Value;
  sort?: Value | undefined;
  /** Whether the command only wants to know how many there are. */
  counts?: boolean;
  /** The stages around the query's own; `found` is what it found, if it has run. */
  wrap?(stage: ExplainedStage, found: readonly Stored[] | undefined): ExplainedStage;
  /** Whether what is found is also returned. */
  returns: boolean;
};

function parsedFilter(command: Command, name: string): { query: Query; filter: Value } {
  const query = parseQuery(command, name);
  const hint = command.get('hint');
  if (hint) query.hint = hint;
  return { query, filter: command.document(name) ?? emptyDocument };
}

function findSubject(run: Run): Subject {
  const { command } = run;
  const { query, filter } = parsedFilter(command, 'filter');
  const sort = command.document('sort');
  if (sort) query.sort = parseSort(sort);
  query.skip = nonNegative(run, 'skip') ?? 0;
  const limit = nonNegative(run, 'limit');
  if (limit) query.limit = limit;
  const projection = command.document('projection');
  return {
    query,
    filter,
    sort,
    returns: true,
    wrap(stage, found) {
      if (!projection || isEmptyDocument(projection)) return stage;
      const simple = elements(projection).every(
        ({ name, value }) => !name.includes('.') && value.type !== type.object && value.type !== type.string,
      );
      return {
        stage: simple ? 'PROJECTION_SIMPLE' : 'PROJECTION_DEFAULT',
        transformBy: projection,
        ...(found ? { nReturned: found.length } : {}),
        inputStage: stage,
      };
    },
  };
}

function countSubject(run: Run): Subject {
  const { query, filter } = parsedFilter(run.command, 'query');
  query.skip = nonNegative(run, 'skip') ?? 0;
  const limit = Math.abs(run.command.integer('limit') ?? 0);
  if (limit) query.limit = limit;
  return {
    query,
    filter,
    counts: true,
    returns: false,
    wrap: (stage, found) => ({ stage: 'COUNT', ...(found ? { nCounted: found.length } : {}), inputStage: stage }),
  };
}

function updateSubject(statement: UpdateStatement, filter: Value, sort: Value | undefined): Subject {
  const { target, update, upsert, locate } = statement;
  return {
    query: target,
    filter,
    sort,
    returns: false,
    wrap(stage, found) {
      if (!found) return { stage: 'UPDATE', inputStage: stage };
      const now = Date.now();
      const changed = found.filter(
        ({ document }) => applyUpdate(update, document, now, locate?.(document).position) !== document,
      );
      return {
        stage: 'UPDATE',
        nReturned: 0,
        nMatched: found.length,
        nWouldModify: changed.length,
        nWouldUpsert: found.length === 0 && upsert ? 1 : 0,
        inputStage: stage,
      };
    },
  };
}

function deleteSubject(query: Query, filter: Value, sort?: Value): Subject {
  return {
    query,
    filter,
    sort,
    returns: false,
    wrap: (stage, found) => ({
      stage: 'DELETE',
      ...(found ? { nReturned: 0, nWouldDelete: found.length } : {}),
      inputStage: stage,
    }),
  };
}

function onlyStatement(command: Command, name: string): Value {
  const [statement, ...others] = command.list(name) ?? [];
  if (!statement || others.length > 0) throw new EngineError(72, 'explained write batches must be of size 1');
  return statement;
}

function queryOfStatement(statement: Value): Value {
  return elements(statement).find(({ name }) => name === 'q')?.value ?? emptyDocument;
}

function findAndModifySubject({ command }: Run): Subject {
  const filter = command.document('query') ?? emptyDocument;
  const scope = scopeOf(command);
  const sort = command.document('sort');
  const target = targetOf(filter, scope, { hint: command.get('hint'), sort });
  if (command.flag('remove')) return deleteSubject(target, filter, sort);
  const change = command.get('update');
  if (!change) throw new EngineError(9, "Either an 'update' or 'remove'=true must be specified");
  const options = { scope, upsert: command.flag('upsert'), arrayFilters: command.get('arrayFilters') };
  return updateSubject(updateStatement(target, change, options), filter, sort);
}

/** The commands about one collection's documents that can be explained, besides `aggregate`. */
export const subjects: { readonly [command: string]: (run: Run) => Subject } = {
  find: findSubject,
  count: countSubject,
  distinct: ({ command }) => ({ ...parsedFilter(command, 'query'), returns: true }),
  update({ command }) {
    const statement = onlyStatement(command, 'updates');
    const sort = elements(statement).find(({ name }) => name === 'sort')?.value;
    return updateSubject(parseUpdateStatement(statement, scopeOf(command)), queryOfStatement(statement), sort);
  },
  delete({ command }) {
    const statement = onlyStatement(command, 'deletes');
    return deleteSubject(parseDeleteStatement(statement, scopeOf(command)), queryOfStatement(statement));
  },
  findAndModify: findAndModifySubject,
  findandmodify: findAndModifySubject,
};
