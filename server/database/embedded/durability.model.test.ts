import { randomInt } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { startEmbeddedEngine } from './index.ts';
import { type Client, MongoClient, temporaryDirectory } from './testing-support/engine.ts';

type Row = { _id: number; v: number; tags: number[] };
type Rows = Map<number, Row>;
type Step =
  | { verb: 'insert'; rows: Row[] }
  | { verb: 'update' | 'delete'; from: number; to: number; v: number }
  | { verb: 'transfer'; from: number; to: number; v: number };

const key = fc.integer({ min: 0, max: 19 });
const value = fc.integer({ min: 0, max: 5 });
const row = fc.record({ _id: key, v: value, tags: fc.array(value, { maxLength: 3 }) });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ verb: fc.constant('insert' as const), rows: fc.array(row, { minLength: 1, maxLength: 4 }) }),
  fc.record({ verb: fc.constantFrom('update' as const, 'delete' as const), from: key, to: key, v: value }),
  fc.record({ verb: fc.constant('transfer' as const), from: key, to: key, v: value }),
);

/** Every state a step may leave behind when the process dies in its midst, the last being the finished one. */
function outcomes(rows: Rows, step: Step): Rows[] {
  if (step.verb === 'insert') {
    const states = [new Map(rows)];
    for (const each of step.rows) {
      const before = states.at(-1) as Rows;
      if (before.has(each._id)) break;
      states.push(new Map(before).set(each._id, each));
    }
    return states;
  }
  if (step.verb === 'transfer') {
    const after = new Map(rows);
    after.delete(step.from);
    const target = after.get(step.to);
    if (target) after.set(step.to, { ...target, v: step.v });
    return [rows, after];
  }
  const states = [rows];
  for (const [_id, each] of [...rows].sort(([left], [right]) => left - right)) {
    if (_id < step.from || _id > step.to) continue;
    const after = new Map(states.at(-1) as Rows);
    if (step.verb === 'delete') after.delete(_id);
    else after.set(_id, { ...each, v: step.v });
    states.push(after);
  }
  return states;
}

async function perform(client: Client, step: Step): Promise<void> {
  const rows = client.db().collection<Row>('rows');
  const range = { _id: { $gte: 'from' in step ? step.from : 0, $lte: 'to' in step ? step.to : 0 } };
  if (step.verb === 'insert') {
    await rows.insertMany(step.rows).catch((error: { code?: unknown }) => {
      if (error.code !== 11000) throw error;
    });
  } else if (step.verb === 'update') await rows.updateMany(range, { $set: { v: step.v } });
  else if (step.verb === 'delete') await rows.deleteMany(range);
  else
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await rows.deleteOne({ _id: step.from }, { session });
        await rows.updateOne({ _id: step.to }, { $set: { v: step.v } }, { session });
      }),
    );
}

const asText = (rows: Iterable<Row>) =>
  [...rows]
    .sort((left, right) => left._id - right._id)
    .map(({ _id, v, tags }) => `${_id}:${v}:${tags}`)
    .join(' ');

describe('random commands with kill -9', () => {
  const histories = fc.array(step, { minLength: 60, maxLength: 60 });
  // Printed with the test's name, so that a failure can be repeated.
  const seed = randomInt(2 ** 31);

  it(`(seed ${seed}) leave what was acknowledged, the command in flight whole or not at all, and indexes that agree`, async function () {
    this.timeout(120_000);
    const directory = await temporaryDirectory();
    let possible: Rows[] = [new Map()];
    for (const [round, steps] of fc.sample(histories, { numRuns: 5, seed }).entries()) {
      const engine = await startEmbeddedEngine({ dataDirectory: directory.path });
      const client = await MongoClient.connect(engine.uri, { retryWrites: false, serverSelectionTimeoutMS: 500 });
      const rows = client.db().collection<Row>('rows');
      if (round === 0) await rows.createIndexes([{ key: { v: 1, _id: -1 } }, { key: { tags: 1 } }]);
      const found = await rows.find({}, { hint: { $natural: 1 } }).toArray();
      expect(asText(found)).to.be.oneOf(possible.map((state) => asText(state.values())));
      for (const hint of [{ v: 1, _id: -1 }, { _id: 1 }] as const)
        expect(asText(await rows.find({}, { hint }).toArray())).to.equal(asText(found));
      for (let tag = 0; tag <= 5; tag++)
        expect(asText(await rows.find({ tags: tag }, { hint: { tags: 1 } }).toArray()), `tag ${tag}`).to.equal(
          asText(found.filter(({ tags }) => tags.includes(tag))),
        );
      expect(await client.db().command({ validate: 'rows' })).to.include({ valid: true, nrecords: found.length });
      let state: Rows = new Map(found.map((each) => [each._id, each]));
      possible = [state];
      const last = 10 + ((round * 7) % 40);
      for (const [at, each] of steps.entries()) {
        possible = outcomes(state, each);
        const done = perform(client, each).then(
          () => true,
          () => false,
        );
        if (at === last) process.kill(engine.pid ?? 0, 'SIGKILL');
        if (!(await done)) break;
        state = possible.at(-1) as Rows;
        possible = [state];
      }
      expect(await engine.exited).to.include({ signal: 'SIGKILL' });
      await client.close();
    }
    await directory.remove();
  });
});
