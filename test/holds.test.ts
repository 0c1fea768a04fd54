import { expect } from 'chai';
import { type Farm, registerBatch, registerFarm, transform } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { receiveSample } from './support/sample.ts';

describe('a failed sample', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let farm: Farm;

  before(async () => {
    test = await startTestPlatform();
    farm = await registerFarm(test.admin);
  });
  after(() => test.stop());

  const batches = (count: number) => Promise.all(Array.from({ length: count }, () => registerBatch(test.admin, farm)));
  const statusOf = async (code: string | undefined) => (await test.admin.get(`/api/v1/batches/${code}`)).body.status;
  const fail = async (batchCode: string | undefined) => {
    const { id } = await receiveSample(test.admin, batchCode);
    const result = { analyte: '噻虫胺', value: '0.2', unit: 'mg/kg', loq: '0.01' };
    await test.admin.create(`/api/v1/samples/${id}/results`, result);
  };

  it('holds its batch and all that was made of it, but not what it was made from nor its siblings', async () => {
    const [field, other, packed, shelf, sibling] = await batches(5);
    if (!field || !other || !packed || !shelf || !sibling) throw new Error('five batches are needed');
    expect((await transform(test.admin, [field, other], [packed])).status).to.equal(201);
    expect((await transform(test.admin, [packed], [shelf])).status).to.equal(201);
    expect((await transform(test.admin, [field], [sibling])).status).to.equal(201);
    await fail(packed);
    expect(await Promise.all([field, other, sibling].map(statusOf))).to.deep.equal(['normal', 'normal', 'normal']);
    expect(await Promise.all([packed, shelf].map(statusOf))).to.deep.equal(['held', 'held']);
    const [warning] = await test.admin.list<{ kind: string; state: string }>(`/api/v1/warnings?batch=${packed}`);
    expect(warning).to.include({ kind: 'limit-exceeded', state: 'open' });
  });

  it('stops the batch from being moved or processed, but not the record of what happened before', async () => {
    const [held, late, refused] = await batches(3);
    if (!held || !late || !refused) throw new Error('three batches are needed');
    const before = new Date();
    await fail(held);
    const now = new Date().toISOString();
    expect((await test.admin.post('/api/v1/events', { step: 'ship', at: now, batchCode: held })).status).to.equal(409);
    expect((await transform(test.admin, [held], [refused])).status).to.equal(409);
    expect((await transform(test.admin, [held], [late], before)).status).to.equal(201);
    expect(await statusOf(late), 'made before the hold, recorded after it').to.equal('held');
    expect(await statusOf(refused)).to.equal('normal');
  });

  it('is lifted at its source, for all that it reached, and for nothing else', async () => {
    const [first, second, mixed] = await batches(3);
    if (!first || !second || !mixed) throw new Error('three batches are needed');
    await transform(test.admin, [first, second], [mixed]);
    await fail(first);
    await fail(second);
    const release = (code: string) => test.admin.post(`/api/v1/batches/${code}/release`, { reason: '复检合格' });
    expect((await release(mixed)).status, 'not where the hold only arrived').to.equal(409);
    expect((await release(first)).status).to.equal(200);
    expect(await Promise.all([first, second, mixed].map(statusOf))).to.deep.equal(['normal', 'held', 'held']);
    expect((await release(second)).status).to.equal(200);
    expect(await statusOf(mixed)).to.equal('normal');
  });

  it('shows in the trace from both ends', async () => {
    const [source, product] = await batches(2);
    if (!source || !product) throw new Error('two batches are needed');
    await transform(test.admin, [source], [product]);
    await fail(source);
    interface Node {
      code: string;
      distance: number;
      status: string;
      tests: { verdict: string }[];
    }
    const up = await test.admin.get<{ nodes: Node[]; edges: unknown[] }>(
      `/api/v1/batches/${product}/trace?direction=up`,
    );
    expect(up.body.nodes.map(({ code, distance, status }) => [code, distance, status])).to.deep.equal([
      [source, -1, 'held'],
      [product, 0, 'held'],
    ]);
    expect(up.body.nodes[0]?.tests[0]?.verdict).to.equal('fail');
    expect(up.body.edges).to.have.length(1);
    const page = await (await fetch(`${test.url}/q/${product}`)).text();
    expect(page).to.include('噻虫胺');
  });

  it('refuses a batch as a source of itself', async () => {
    const [first, second] = await batches(2);
    if (!first || !second) throw new Error('two batches are needed');
    await transform(test.admin, [first], [second]);
    expect((await transform(test.admin, [second], [first])).status).to.equal(409);
  });
});
