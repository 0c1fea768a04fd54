import { BSON } from 'bson';
import { expect } from 'chai';
import { type InProcess, openInProcess } from './testing-support/in-process.ts';

type Fields = Record<string, unknown>;
type Stage = { stage: string; inputStage?: Stage; inputStages?: Stage[] } & Fields;
type Explanation = {
  queryPlanner: { winningPlan: Stage };
  executionStats: { nReturned: number; totalKeysExamined: number; totalDocsExamined: number; executionStages: Stage };
};

/** The stages of a plan, outermost first. */
function stagesOf(stage: Stage): string[] {
  const inner = stage.inputStages ?? (stage.inputStage ? [stage.inputStage] : []);
  return [stage.stage, ...inner.flatMap(stagesOf)];
}

function scanOf(stage: Stage): Stage {
  return stage.inputStage ? scanOf(stage.inputStage) : stage;
}

describe('explain', () => {
  let inProcess: InProcess;

  const explain = async (command: Fields, verbosity = 'executionStats'): Promise<Explanation> => {
    const reply = await inProcess.run({ explain: command, verbosity });
    expect(reply.ok, JSON.stringify(reply)).to.equal(1);
    return reply as unknown as Explanation;
  };
  const find = (filter: Fields, more: Fields = {}): Promise<Explanation> =>
    explain({ find: 'readings', filter, ...more });
  const examined = ({ executionStats }: Explanation): [number, number, number] => [
    executionStats.nReturned,
    executionStats.totalKeysExamined,
    executionStats.totalDocsExamined,
  ];

  before(async () => {
    inProcess = await openInProcess();
    const documents = Array.from({ length: 100 }, (_, i) => ({
      _id: i,
      device: i % 10,
      at: i,
      name: `n${i}`,
      tags: [i, -i],
    }));
    await inProcess.run({ insert: 'readings', documents });
    await inProcess.run({
      createIndexes: 'readings',
      indexes: [
        { key: { device: 1, at: -1 }, name: 'device_at' },
        { key: { name: 1 }, name: 'name', unique: true },
        { key: { tags: 1 }, name: 'tags' },
      ],
    });
  });
  after(() => inProcess.close());

  it('names the index, its bounds, and what was examined', async () => {
    const plan = await find({ device: 3, at: { $gt: 50 } });
    expect(stagesOf(plan.queryPlanner.winningPlan)).to.deep.equal(['FETCH', 'IXSCAN']);
    expect(scanOf(plan.queryPlanner.winningPlan)).to.deep.include({
      indexName: 'device_at',
      keyPattern: { device: 1, at: -1 },
      isMultiKey: false,
      direction: 'forward',
      indexBounds: { device: ['[3, 3]'], at: ['[inf.0, 50)'] },
    });
    expect(examined(plan)).to.deep.equal([5, 5, 5]);
  });

  const bounds: [filter: Fields, index: string, shown: Fields][] = [
    [{ name: { $gte: 'a', $lt: 'b' } }, 'name', { name: ['["a", "b")'] }],
    [{ name: { $gt: 'a' } }, 'name', { name: ['("a", {})'] }],
    [{ name: /^n1/ }, 'name', { name: ['["n1", "n2")', '[/^n1/, /^n1/]'] }],
    [{ name: null }, 'name', { name: ['[null, null]'] }],
    [{ device: { $in: [2, 1] } }, 'device_at', { device: ['[1, 1]', '[2, 2]'], at: ['[MaxKey, MinKey]'] }],
    [{ tags: 5 }, 'tags', { tags: ['[5, 5]'] }],
    [{ _id: { $lte: 5 } }, '_id_', { _id: ['[-inf.0, 5]'] }],
  ];
  for (const [filter, indexName, indexBounds] of bounds) {
    it(`shows the bounds of ${BSON.EJSON.stringify(filter)}`, async () => {
      const { queryPlanner } = await find(filter, {});
      expect(scanOf(queryPlanner.winningPlan)).to.deep.include({ indexName, indexBounds });
    });
  }

  it('tells scans, sorts, windows, projections, unions and hints', async () => {
    const stages = async (filter: Fields, more: Fields = {}): Promise<string[]> =>
      stagesOf((await find(filter, more)).queryPlanner.winningPlan);
    expect(await stages({ other: 1 })).to.deep.equal(['COLLSCAN']);
    expect(await stages({ _id: 5 })).to.deep.equal(['EXPRESS_IXSCAN']);
    expect(await stages({ other: 1 }, { sort: { x: 1 }, limit: 3 })).to.deep.equal(['SORT', 'COLLSCAN']);
    expect(await stages({ device: 1 }, { sort: { at: 1 }, limit: 3, skip: 1, projection: { at: 1 } })).to.deep.equal([
      'PROJECTION_SIMPLE',
      'LIMIT',
      'SKIP',
      'FETCH',
      'IXSCAN',
    ]);
    expect(await stages({ $or: [{ device: 1 }, { name: 'n2' }] })).to.deep.equal(['FETCH', 'OR', 'IXSCAN', 'IXSCAN']);
    expect(await stages({ device: 1 }, { hint: { $natural: 1 } })).to.deep.equal(['COLLSCAN']);
    expect(await stages({ other: 1 }, { hint: 'name' })).to.deep.equal(['FETCH', 'IXSCAN']);
    expect(examined(await find({ device: 1 }, { sort: { at: 1 }, limit: 3 }))).to.deep.equal([3, 3, 3]);
    const backward = (await find({ device: 1 }, { sort: { at: 1 } })).queryPlanner.winningPlan;
    expect(scanOf(backward)).to.deep.include({
      direction: 'backward',
      indexBounds: { device: ['[1, 1]'], at: ['[MinKey, MaxKey]'] },
    });
    const missing = await explain({ find: 'nowhere', filter: {} });
    expect(missing.queryPlanner.winningPlan.stage).to.equal('EOF');
  });

  it('counts and lists distinct values from keys alone', async () => {
    const counted = await explain({ count: 'readings', query: { device: 3, at: { $gte: 50 } } });
    expect(stagesOf(counted.queryPlanner.winningPlan)).to.deep.equal(['COUNT', 'COUNT_SCAN']);
    expect(examined(counted).slice(1)).to.deep.equal([5, 0]);
    const inexact = await explain({ count: 'readings', query: { tags: { $gt: 50 } } });
    expect(stagesOf(inexact.queryPlanner.winningPlan)).to.deep.equal(['COUNT', 'FETCH', 'IXSCAN']);
    const distinct = await explain({ distinct: 'readings', key: 'device' });
    expect(distinct.queryPlanner.winningPlan.stage).to.equal('DISTINCT_SCAN');
    expect(distinct.executionStats.totalKeysExamined).to.equal(10);
    const aggregated = (await inProcess.run({
      explain: {
        aggregate: 'readings',
        pipeline: [{ $match: { device: 3 } }, { $group: { _id: 1, n: { $sum: 1 } } }],
        cursor: {},
      },
      verbosity: 'executionStats',
    })) as { stages: [{ $cursor: Explanation }] };
    expect(examined(aggregated.stages[0].$cursor).slice(1)).to.deep.equal([10, 0]);
    const whole = await explain({
      aggregate: 'readings',
      pipeline: [{ $match: { device: 3 } }, { $sort: { at: 1 } }],
      cursor: {},
    });
    expect(stagesOf(whole.queryPlanner.winningPlan)).to.deep.equal(['FETCH', 'IXSCAN']);
  });

  it('explains writes without doing them', async () => {
    const update = await explain({
      update: 'readings',
      updates: [{ q: { device: 3 }, u: { $max: { at: 50 } }, multi: true }],
    });
    expect(update.executionStats.executionStages).to.include({ stage: 'UPDATE', nMatched: 10, nWouldModify: 5 });
    const removal = await explain({ delete: 'readings', deletes: [{ q: { device: 3 }, limit: 0 }] });
    expect(removal.executionStats.executionStages).to.include({ stage: 'DELETE', nWouldDelete: 10 });
    const modify = await explain({ findAndModify: 'readings', query: { device: 3 }, sort: { at: 1 }, remove: true });
    expect(stagesOf(modify.queryPlanner.winningPlan)).to.deep.equal(['DELETE', 'LIMIT', 'FETCH', 'IXSCAN']);
    expect(await inProcess.run({ count: 'readings' })).to.include({ n: 100 });
    const planned = await explain({ delete: 'readings', deletes: [{ q: {}, limit: 0 }] }, 'queryPlanner');
    expect(planned.executionStats).to.equal(undefined);
  });

  it('checks what it explains', async () => {
    const code = async (command: Fields): Promise<unknown> => (await inProcess.run({ explain: command })).code;
    expect(await code({ find: 'readings', filter: { a: { $near: [1, 2] } } })).to.equal(2);
    expect(await code({ find: 'readings', nonsense: 1 })).to.equal(40415);
    expect(await code({ ping: 1 })).to.equal(59);
    expect(await code({ find: 'readings', collation: { locale: 'zh' } })).to.equal(238);
  });

  it('and counting agree with reading the documents', async () => {
    const filters: Fields[] = [
      { device: 3 },
      { device: { $in: [1, 2] }, at: { $lt: 30 } },
      { name: { $gte: 'n5' } },
      { tags: { $gt: 50 } },
      { tags: null },
      { name: null },
      {},
    ];
    for (const query of filters) {
      const read = await inProcess.run({ find: 'readings', filter: query, batchSize: 200 });
      const n = (read.cursor as { firstBatch: unknown[] }).firstBatch.length;
      expect(await inProcess.run({ count: 'readings', query }), JSON.stringify(query)).to.include({ n });
      const limited = await inProcess.run({ count: 'readings', query, skip: 2, limit: 4 });
      expect(limited, JSON.stringify(query)).to.include({ n: Math.max(0, Math.min(4, n - 2)) });
    }
    await inProcess.run({ insert: 'mixed', documents: [{ a: null }, {}, { a: 1 }, { a: 'x' }, { a: 1.5 }, {}] });
    const before = await inProcess.run({ distinct: 'mixed', key: 'a' });
    await inProcess.run({ createIndexes: 'mixed', indexes: [{ key: { a: -1 }, name: 'a' }] });
    expect(await inProcess.run({ distinct: 'mixed', key: 'a' })).to.deep.include({ values: before.values });
  });
});
