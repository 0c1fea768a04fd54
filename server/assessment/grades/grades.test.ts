import { expect } from 'chai';
import type { Api } from '../../../test/support/api.ts';
import { type Farm, registerBatch, registerFarm } from '../../../test/support/farm.ts';
import { startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';

interface Graded {
  id: string;
  grade: string;
  score: number;
  state: string;
  number: number;
  allowed: string[];
  supersedes?: string;
  points: {
    indicator: string;
    points: number;
    records: { resource: string; id: string; record: string; excluded: boolean }[];
  }[];
}

describe('the grades of producers', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let now = new Date();
  let farm: Farm;
  let [county, second, elsewhere, producer, reviewer]: Api[] = [];
  let beforeFailure: Date;

  const on = (api: Api | undefined): Api => api ?? test.admin;
  const assess = async () => (await on(county).create('/api/v1/assessments', of(farm))) as unknown as Graded;
  const of = ({ producerId }: Farm) => ({ producerId });
  const step = async (api: Api | undefined, id: string, verb: string, body: object) =>
    on(api).post(`/api/v1/assessments/${id}/${verb}`, body);

  before(async () => {
    test = await startTestPlatform(() => now);
    farm = await registerFarm(test.admin);
    const { producerId } = farm;
    county = await test.signInAs('county', ['supervisor'], '611002');
    second = await test.signInAs('second', ['supervisor'], '611002');
    elsewhere = await test.signInAs('elsewhere', ['supervisor'], '611021');
    producer = await test.signInAs('producer', ['producer'], '611002104', producerId);
    reviewer = await test.signInAs('reviewer', ['reviewer']);
    await publish('0.001');
    now = new Date(now.getTime() + 1000);
    beforeFailure = now;
    now = new Date(now.getTime() + 1000);
    await publish('99');
  });
  after(() => test.stop());

  async function publish(value: string): Promise<void> {
    const batchCode = await registerBatch(test.admin, farm);
    const { id } = await test.admin.create('/api/v1/samples', { batchCode, planKind: 'routine-monitoring' });
    await test.admin.create(`/api/v1/samples/${id}/results`, { analyte: '吡虫啉', value, unit: 'mg/kg' });
    await test.admin.post(`/api/v1/samples/${id}/report`, {});
    expect((await on(reviewer).post(`/api/v1/samples/${id}/verify`, {})).status).to.equal(200);
  }

  it('explain each point by its records, contested by the producer and decided by another person', async () => {
    const first = await assess();
    expect(first).to.include({ state: 'in-force', number: 1 });
    const failed = first.points.find(({ indicator }) => indicator === 'failed-tests');
    expect(failed).to.include({ points: -15 });
    const [record] = failed?.records ?? [];
    if (!record) throw new Error('no record behind the point');
    expect((await on(county).get(record.record)).status, 'the record behind the point').to.equal(200);

    const contested = [{ resource: record.resource, id: record.id }];
    expect((await step(county, first.id, 'appeal', { text: '样品混淆', contested })).status).to.equal(403);
    const unknown = [{ resource: 'cases', id: 'x' }];
    expect((await step(producer, first.id, 'appeal', { text: '样品混淆', contested: unknown })).status).to.equal(400);
    expect((await step(producer, first.id, 'appeal', { text: '样品混淆', contested })).body).to.include({
      state: 'appealed',
    });
    expect((await on(county).post('/api/v1/assessments', of(farm))).status, 'while an appeal is open').to.equal(409);
    const decision = { accepted: contested, reason: '复核属实' };
    expect((await step(elsewhere, first.id, 'revise', decision)).status).to.equal(404);
    expect((await step(producer, first.id, 'revise', decision)).status).to.equal(403);
    expect((await step(county, first.id, 'revise', decision)).status, 'by who assessed').to.equal(409);
    const revised = (await step(second, first.id, 'revise', decision)).body as unknown as Graded;
    expect(revised).to.include({ state: 'in-force', number: 2, supersedes: first.id });
    expect(revised.score - first.score).to.equal(15);
    expect((await on(producer).get(`/api/v1/assessments/${first.id}`)).body).to.include({ state: 'superseded' });

    const next = await assess();
    expect(next.score, 'what was decided stays decided').to.equal(revised.score);
    expect(next.points.flatMap(({ records }) => records).filter(({ excluded }) => excluded)).to.have.length(1);
  });

  it('can be upheld once, after which there is no second appeal', async () => {
    const current = await assess();
    const [record] = current.points.flatMap(({ records }) => records);
    const contested = [{ resource: record?.resource, id: record?.id }];
    await step(producer, current.id, 'appeal', { text: '不服', contested });
    expect((await step(producer, current.id, 'withdraw-appeal', {})).body).to.include({ state: 'in-force' });
    await step(producer, current.id, 'appeal', { text: '不服', contested });
    const upheld = await step(second, current.id, 'uphold', { reason: '记录无误' });
    expect(upheld.body).to.include({ state: 'in-force' });
    const again = await step(producer, current.id, 'appeal', { text: '再申诉', contested });
    expect(again.status).to.equal(409);
  });

  it('are computed of a past time, as known then and as known now, and seen by their own alone', async () => {
    const asked = `/api/v1/producer-grades?producer=${farm.producerId}`;
    const graded = async (query: string) => (await on(producer).get<Graded>(`${asked}${query}`)).body;
    const then = await graded(`&asOf=${beforeFailure.toISOString()}&knowledge=then`);
    expect(then.points.map(({ indicator }) => indicator))
      .to.include('passed-tests')
      .and.not.include('failed-tests');
    expect((await graded('')).points.map(({ indicator }) => indicator)).to.include('failed-tests');
    expect((await on(elsewhere).get(asked)).status).to.equal(404);
    expect(await on(elsewhere).list('/api/v1/assessments')).to.deep.equal([]);
    expect(await on(producer).list('/api/v1/assessments?state=in-force')).to.have.length(1);
  });

  it('are given to a whole division, and make a producer more likely to be drawn', async () => {
    const others = await registerFarm(test.admin, '611002105');
    const done = await on(county).post('/api/v1/assessments/assess-division', { division: '611002' });
    expect(done.body).to.deep.equal({ assessed: 1, unchanged: 1, appealed: 0 });
    expect((await on(county).post('/api/v1/assessments/assess-division', { division: '611021' })).status).to.equal(403);
    const factor = await test.platform.services.assessment.grades.drawFactors([farm.producerId, others.producerId]);
    const { items } = await test.platform.services.assessment.grades.schemes();
    const factorsOf = Object.fromEntries((items[0]?.grades ?? []).map(({ grade, drawFactor }) => [grade, drawFactor]));
    const [held] = await on(county).list<Graded>(`/api/v1/assessments?producer=${farm.producerId}&state=in-force`);
    expect(factor(farm.producerId)).to.equal(factorsOf[String(held?.grade)]);
    expect(factor(others.producerId)).to.equal(factorsOf.B);
  });
});
