import { hostname } from 'node:os';
import type { Stage } from '../aggregation/pipeline.ts';
import { EngineError } from '../errors.ts';
import {
  type ExplainedStage,
  explainCountScan,
  explainDistinctScan,
  explainPlan,
  queryPlanner,
} from '../query/explain.ts';
import { countingPlan, countKeys, distinctIndex, distinctValues } from '../query/keys-only.ts';
import { parsePath } from '../query/path.ts';
import { planOf, runQuery } from '../query/run.ts';
import type { Examined, Tally } from '../query/scan.ts';
import type { Collection } from '../storage/catalog.ts';
import type { Stored } from '../storage/documents.ts';
import { elements, type, type Value } from '../values/bson.ts';
import { documentOf, plainValue } from '../values/build.ts';
import { findCollection, type Run, readView } from './access.ts';
import { version } from './admin.ts';
import { pipelineOf, sourceOf, splitPipeline } from './aggregate.ts';
import { Command, type Reply } from './command.ts';
import { drain, emptyDocument } from './documents.ts';
import { type Subject, subjects } from './explain-subjects.ts';

const verbosities = ['queryPlanner', 'executionStats', 'allPlansExecution'];

type Explained = { planner: ExplainedStage; statistics?: ExplainedStage };

function total(tally: Tally, what: keyof Examined): number {
  return [...tally.values()].reduce((sum, examined) => sum + examined[what], 0);
}

function statistics(
  returned: number,
  keys: number,
  documents: number,
  stages: ExplainedStage,
  began: number,
): ExplainedStage {
  return {
    executionSuccess: true,
    nReturned: returned,
    executionTimeMillis: Date.now() - began,
    totalKeysExamined: keys,
    totalDocsExamined: documents,
    executionStages: stages,
  };
}

async function explainCounting(
  run: Run,
  collection: Collection,
  { query, filter }: Subject,
  executes: boolean,
): Promise<Explained | undefined> {
  const began = Date.now();
  const plan = countingPlan(collection, query);
  if (!plan) return undefined;
  const planner = queryPlanner(collection, filter, explainCountScan(plan, undefined));
  if (!executes) return { planner };
  let keys = 0;
  const most = (query.skip ?? 0) + (query.limit ?? Number.POSITIVE_INFINITY);
  await drain(
    run,
    (function* counting() {
      keys = yield* countKeys(readView(run), plan, most);
    })(),
    () => undefined,
  );
  return { planner, statistics: statistics(0, keys, 0, explainCountScan(plan, keys), began) };
}

async function explainSubject(
  run: Run,
  collection: Collection,
  subject: Subject,
  executes: boolean,
): Promise<Explained> {
  const counting = subject.counts ? await explainCounting(run, collection, subject, executes) : undefined;
  if (counting) return counting;
  const { query, filter, sort, wrap = (stage) => stage, returns } = subject;
  const plan = planOf(collection, query);
  const planner = queryPlanner(collection, filter, wrap(explainPlan(plan, query, sort, { filter }), undefined));
  if (!executes) return { planner };
  const began = Date.now();
  const tally: Tally = new Map();
  const found: Stored[] = [];
  const steps = runQuery(readView(run), collection, query, plan, tally);
  await drain(
    run,
    (function* documents() {
      for (const stored of steps) {
        if (stored) found.push(stored);
        yield undefined;
      }
    })(),
    () => undefined,
  );
  const tree = wrap(explainPlan(plan, query, sort, { filter, returned: found.length }, tally), found);
  const returned = returns ? found.length : 0;
  return { planner, statistics: statistics(returned, total(tally, 'keys'), total(tally, 'documents'), tree, began) };
}

function missingCollection(namespace: string, filter: Value, executes: boolean): Explained {
  const winningPlan = { stage: 'EOF' };
  const planner = { namespace, parsedQuery: filter, indexFilterSet: false, winningPlan, rejectedPlans: [] };
  return executes ? { planner, statistics: statistics(0, 0, 0, winningPlan, Date.now()) } : { planner };
}

/** A `distinct` of an index's first field goes from key to key. */
async function explainDistinct(
  run: Run,
  collection: Collection,
  subject: Subject,
  executes: boolean,
): Promise<Explained> {
  const index = distinctIndex(collection, parsePath(run.command.text('key') ?? ''), subject.query);
  if (!index) return explainSubject(run, collection, subject, executes);
  const began = Date.now();
  const stage = explainDistinctScan(index);
  const planner = queryPlanner(collection, subject.filter, stage);
  if (!executes) return { planner };
  let keys = 0;
  await drain(run, distinctValues(readView(run), collection, index), () => keys++);
  return { planner, statistics: statistics(keys, keys, keys, stage, began) };
}

function matchedFilter(pipeline: readonly Value[]): Value {
  const filters: Value[] = [];
  for (const stage of pipeline) {
    const first = elements(stage)[0];
    if (first?.name !== '$match') break;
    filters.push(first.value);
  }
  const [only] = filters;
  if (filters.length < 2) return only ?? emptyDocument;
  return plainValue({ $and: filters });
}

async function explainAggregate(run: Run, executes: boolean): Promise<Reply> {
  const { command } = run;
  const stages: Stage[] = pipelineOf(run);
  const name = sourceOf(run, stages);
  const pipeline = command.list('pipeline') ?? [];
  const { query, rest } = splitPipeline(stages);
  const hint = command.get('hint');
  if (hint) query.hint = hint;
  const shown = pipeline.slice(pipeline.length - rest.length);
  if (name === undefined) return { explainVersion: '1', stages: shown };
  const sort = pipeline.map((stage) => elements(stage)[0]).find((member) => member?.name === '$sort')?.value;
  const filter = matchedFilter(pipeline);
  const subject: Subject = { query, filter, sort, counts: rest[0]?.kind === 'count', returns: true };
  const collection = findCollection(run, command.database, name);
  const explained = collection
    ? await explainSubject(run, collection, subject, executes)
    : missingCollection(`${command.database}.${name}`, filter, executes);
  const parts = {
    queryPlanner: explained.planner,
    ...(explained.statistics ? { executionStats: explained.statistics } : {}),
  };
  return rest.length === 0
    ? { explainVersion: '1', ...parts }
    : { explainVersion: '1', stages: [{ $cursor: parts }, ...shown] };
}

async function explainQuery(run: Run, parse: (run: Run) => Subject, executes: boolean): Promise<Reply> {
  const { command } = run;
  const name = command.collection();
  const subject = parse(run);
  const collection = findCollection(run, command.database, name);
  const explain = command.name === 'distinct' ? explainDistinct : explainSubject;
  const { planner, statistics: executionStats } = collection
    ? await explain(run, collection, subject, executes)
    : missingCollection(`${command.database}.${name}`, subject.filter, executes);
  return { explainVersion: '1', queryPlanner: planner, ...(executionStats ? { executionStats } : {}) };
}

/** `explain`: how a command would find its documents; with statistics also what it looked at. Nothing is changed. */
export async function explain(run: Run, check: (command: Command) => void): Promise<Reply> {
  const { argument } = run.command;
  if (argument.type !== type.object)
    throw new EngineError(14, "BSON field 'explain.explain' is the wrong type, expected type 'object'");
  const verbosity = run.command.text('verbosity') ?? 'allPlansExecution';
  if (!verbosities.includes(verbosity))
    throw new EngineError(2, `Enumeration value '${verbosity}' for field 'explain.verbosity' is not a valid value.`);
  const members = elements(argument).filter(({ name }) => name !== '$db');
  const database = plainValue(run.command.database);
  const command = new Command(documentOf([...members, { name: '$db', value: database }]), new Map());
  const parse = Object.hasOwn(subjects, command.name) ? subjects[command.name] : undefined;
  if (!parse && command.name !== 'aggregate')
    throw new EngineError(59, `Explain failed due to unknown command: ${command.name}`);
  check(command);
  const inner: Run = { ...run, command };
  const executes = verbosity !== 'queryPlanner';
  const reply = parse ? await explainQuery(inner, parse, executes) : await explainAggregate(inner, executes);
  return {
    ...reply,
    command: documentOf(members),
    serverInfo: { host: hostname(), port: 0, version, gitVersion: 'embedded' },
    serverParameters: {},
  };
}
