import { type PipelineContext, parsePipeline, runStages, type Stage, type Stream } from '../aggregation/pipeline.ts';
import { EngineError } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { countingPlan } from '../query/keys-only.ts';
import type { Query } from '../query/run.ts';
import { documentValue, elements, field, readString, type, type Value } from '../values/bson.ts';
import { encodeDocument } from '../values/build.ts';
import { findCollection, type Run } from './access.ts';
import type { Command, Reply } from './command.ts';
import { defaultBatchSize } from './cursors.ts';
import { countMatching, documentsOf, pausing, queryOf } from './documents.ts';
import { writeResults } from './pipeline-write.ts';
import { scopeOf } from './scope.ts';

const emptyDocument = documentValue(encodeDocument({}));

/** What of a pipeline's beginning the query itself does, so that indexes serve it; the rest are stages. */
export function splitPipeline(stages: readonly Stage[]): { query: Query; rest: Stage[] } {
  const filters: Filter[] = [];
  let at = 0;
  for (let stage = stages[at]; stage?.kind === 'match'; stage = stages[++at]) filters.push(stage.filter);
  const query = queryOf({ kind: 'and', filters });
  const sort = stages[at];
  if (sort?.kind === 'sort') {
    query.sort = sort.sort;
    at++;
  }
  const skip = stages[at];
  if (skip?.kind === 'skip') {
    query.skip = skip.count;
    at++;
  }
  const limit = stages[at];
  if (limit?.kind === 'limit') {
    query.limit = limit.count;
    at++;
  }
  return { query, rest: stages.slice(at) };
}

/** Runs stages over a collection: what its query can do with indexes, then the rest. */
function runOver(run: Run, name: string | undefined, stages: readonly Stage[]): Stream {
  if (name === undefined) return runStages(stages, []);
  const { query, rest } = splitPipeline(stages);
  return runStages(rest, documentsOf(run, name, query));
}

export function pipelineOf(run: Run): Stage[] {
  const context: PipelineContext = {
    scope: scopeOf(run.command),
    run: (collection, stages) => runOver(run, collection, stages),
    localSessions: () => run.engine.sessions.list(),
    parse: parsePipeline,
  };
  const pipeline = run.command.list('pipeline');
  if (!pipeline) throw new EngineError(40414, "BSON field 'aggregate.pipeline' is missing but a required field");
  return parsePipeline(pipeline, context);
}

function firstStage(command: Command): string {
  const first = command.list('pipeline')?.[0];
  const name = first?.type === type.object ? elements(first)[0]?.name : undefined;
  return name ?? 'an empty pipeline';
}

/** The collection an aggregation reads; `{ aggregate: 1 }` reads none and makes its own documents. */
export function sourceOf(run: Run, stages: readonly Stage[]): string | undefined {
  const { command } = run;
  const makesDocuments = stages[0]?.kind === 'documents';
  if (command.argument.type === type.string) {
    if (makesDocuments) throw new EngineError(73, `'${firstStage(command)}' can only be run with {aggregate: 1}`);
    return command.collection();
  }
  if (!makesDocuments) {
    throw new EngineError(73, `{aggregate: 1} is not valid for '${firstStage(command)}'; a collection is required.`);
  }
  return undefined;
}

function batchSizeOf(run: Run): number {
  const cursor = run.command.document('cursor');
  if (!cursor)
    throw new EngineError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const size = elements(cursor).find((element) => element.name === 'batchSize')?.value;
  return size ? Number(sizeOf(size)) : defaultBatchSize;
}

/** The documents the stages get. A first stage that only counts is done here, when keys alone tell how many. */
async function inputOf(run: Run, name: string, query: Query, rest: Stage[]): Promise<Stream> {
  const [first] = rest;
  const collection = first?.kind === 'count' ? findCollection(run, run.command.database, name) : undefined;
  if (first?.kind !== 'count' || !collection || !countingPlan(collection, query)) return documentsOf(run, name, query);
  const count = await countMatching(run, name, query);
  rest.shift();
  return count > 0 ? [first.counted(count)] : [];
}

function readLevel(command: Command): string | undefined {
  const level = field(command.document('readConcern') ?? emptyDocument, 'level');
  return level?.type === type.string ? readString(level) : undefined;
}

export async function aggregate(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const stages = pipelineOf(run);
  const name = sourceOf(run, stages);
  const batchSize = batchSizeOf(run);
  const last = stages.at(-1);
  const { query, rest } = splitPipeline(stages);
  const hint = command.get('hint');
  if (hint) query.hint = hint;
  const input = name === undefined ? [] : await inputOf(run, name, query, rest);
  const stream = runStages(rest, input);
  const writes = last?.kind === 'write';
  const level = readLevel(command);
  if (writes && (level === 'linearizable' || level === 'snapshot'))
    throw new EngineError(
      72,
      `${last.write.mode === 'merge' ? '$merge' : '$out'} cannot be used with a '${level}' read concern level`,
    );
  if (writes) await writeResults(run, stream, last.write);
  return engine.cursors.start({
    namespace: `${command.database}.${name ?? '$cmd.aggregate'}`,
    results: pausing(writes ? [] : stream),
    transaction: run.transaction,
    snapshot: run.snapshot,
    session: run.session?.key.toString('latin1'),
    batchSize,
    deadline: run.deadline,
  });
}

function sizeOf(value: Value): number {
  const size = value.type === type.int32 ? value.bytes.readInt32LE(value.start) : Number.NaN;
  if (Number.isNaN(size)) {
    const wide =
      value.type === type.int64
        ? Number(value.bytes.readBigInt64LE(value.start))
        : value.bytes.readDoubleLE(value.start);
    return Math.trunc(wide);
  }
  if (size < 0) throw new EngineError(51024, `BSON field 'batchSize' value must be >= 0, actual value '${size}'`);
  return size;
}
