import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { prepareCollections } from '../../server/database/prepare.ts';
import { traceabilityModels } from '../../server/traceability/index.ts';
import { createLineage } from '../../server/traceability/lineage.ts';
import { startBuiltEngine } from '../database/engine.ts';
import type { Benchmark, Figure } from '../harness.ts';
import { byGraphLookup, oneByOne } from './baselines.ts';
import { graph, others, type Run } from './graphs.ts';

/** `BENCH_EVENTS=10000,100000` measures in smaller databases alone. */
const databases = (process.env.BENCH_EVENTS ?? '10000,100000,1000000').split(',').map(Number);
const graphs = [10, 100, 1_000, 10_000];
const batch = 5_000;

/** A trace of lots down to the last product, in databases of several sizes. */
export const trace: Benchmark = {
  title: 'a trace down: the walk in time beside one-by-one finds and $graphLookup, all on the embedded database',
  async run(): Promise<Figure[]> {
    const directory = await mkdtemp(join(tmpdir(), 'agritrace-bench-'));
    const engine = await startBuiltEngine(directory);
    const connection = await mongoose.createConnection(engine.uri, { maxPoolSize: 16 }).asPromise();
    try {
      traceabilityModels(connection);
      await prepareCollections(connection);
      await connection.collection('plain_edges').createIndex({ from: 1 });
      for (const nodes of graphs) await fill(connection, graph(`g${nodes}`, nodes));
      const figures: Figure[] = [];
      let held = 0;
      for (const events of databases) {
        await fill(connection, skip(others(events), held));
        held = events;
        for (const nodes of graphs) figures.push(...(await compare(connection, nodes, events)));
      }
      return figures;
    } finally {
      await connection.close();
      await engine.stop();
      await rm(directory, { recursive: true, force: true });
    }
  },
};

async function compare(connection: Connection, nodes: number, events: number): Promise<Figure[]> {
  const lineage = createLineage(connection);
  const start = `g${nodes}-0`;
  const walk = async () => (await lineage.graph(start, 'down', 50)).distances.size;
  const turns = nodes >= 10_000 ? 7 : nodes >= 1_000 ? 30 : 100;
  const own = await timed(walk, nodes, turns);
  const singly = await timed(() => oneByOne(connection, start), nodes, nodes >= 10_000 ? 2 : Math.min(turns, 5));
  const looked = await timed(() => byGraphLookup(connection, start), nodes, Math.min(turns, 10));
  const name = `${nodes} lots among ${events.toLocaleString('en-US')} events: p50 ${own.median.toFixed(1)} ms, p99 ${own.worst.toFixed(1)} ms`;
  const figure = (baseline: string, median: number, boundBy: string): Figure => ({
    name,
    unit: 'traces/s',
    value: 1000 / own.median,
    baseline: { name: `${baseline}, p50 ${median.toFixed(1)} ms`, value: 1000 / median },
    boundBy,
  });
  return [
    figure('one-by-one finds', singly.median, 'two round trips a level; decoding of the rows'),
    figure('$graphLookup, which knows no time', looked.median, 'two round trips a level; decoding of the rows'),
  ];
}

async function timed(work: () => Promise<number>, expected: number, turns: number) {
  const times: number[] = [];
  for (let turn = -1; turn < turns; turn++) {
    const started = performance.now();
    const found = await work();
    if (found !== expected) throw new Error(`${found} lots were found, not ${expected}`);
    if (turn >= 0) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { median: at(0.5), worst: at(0.99) };
}

function* skip(runs: Iterable<Run>, count: number): Generator<Run> {
  let passed = 0;
  for (const run of runs) if (passed++ >= count) yield run;
}

async function fill(connection: Connection, runs: Iterable<Run>): Promise<void> {
  let rows: object[] = [];
  let edges: object[] = [];
  const flush = async () => {
    if (rows.length === 0) return;
    await connection.collection('lineage').insertMany(rows, { ordered: false });
    await connection.collection('plain_edges').insertMany(edges, { ordered: false });
    [rows, edges] = [[], []];
  };
  for (const { event, inputs, outputs, at } of runs) {
    for (const [role, lots] of [
      ['in', inputs],
      ['yielded', outputs],
    ] as const)
      for (const batchCode of lots)
        rows.push({
          _id: `${event}|${role}|${batchCode}`,
          event,
          record: event,
          role,
          batchCode,
          at,
          divisionCode: '611000',
        } as object);
    for (const from of inputs) for (const to of outputs) edges.push({ from, to, at });
    if (rows.length >= batch) await flush();
  }
  await flush();
}
