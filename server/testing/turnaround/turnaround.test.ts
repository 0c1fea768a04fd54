import { expect } from 'chai';
import { openTestPlatform, people, type TestPlatform } from '../testing-support/platform.ts';
import { turnaroundSchema, waitingSampleSchema } from './schema.ts';

const laboratory = '商州检测站';
const method = 'GB 23200.121-2021';
const from = '2026-11-01T00:00:00Z';

describe('the turnaround of a laboratory', () => {
  let platform: TestPlatform;
  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  const { analyst, reviewer } = Object.fromEntries(
    Object.entries(people).map(([name, person]) => [name, { ...person, laboratory }]),
  ) as typeof people;
  const at = (hour: number) => {
    platform.told.now = new Date(Date.UTC(2026, 10, 24, hour));
  };
  const reported = async (hours: { received: number; tested: number; issued: number }, methods = [method]) => {
    const { testing } = platform;
    at(hours.received);
    const { id } = await testing.createSample(people.sampler, {
      batchCode: 'TEA-1',
      planKind: 'self-check',
      laboratory,
    });
    await testing.receive(analyst, id, {});
    at(hours.tested);
    const analytes = ['吡虫啉', '噻虫嗪'];
    for (const [index, each] of methods.entries())
      await testing.addResult(analyst, id, {
        ...{ analyte: analytes[index] ?? '', value: '0.01', unit: 'mg/kg', method: each },
      });
    at(hours.issued);
    await testing.report(analyst, id);
    await testing.verify(reviewer, id);
    return id;
  };
  const told = async (query: object = {}, caller = reviewer) =>
    turnaroundSchema.parse(await platform.testing.turnaround(caller, { from, withinHours: 10, ...query })).items;

  it('counts from the receipt to the first report, by method and month', async () => {
    await reported({ received: 0, tested: 4, issued: 6 });
    await reported({ received: 0, tested: 8, issued: 20 }, [method, 'GB 5009.1']);
    at(30);
    const [both, other] = [await told({ method }), await told({ method: 'GB 5009.1' })];
    expect(both).to.have.length(1);
    expect(both[0]).to.deep.include({ laboratory, method, month: '2026-11', reports: 2, shareWithin: 50 });
    expect(both[0]?.whole).to.deep.equal({ median: 6, p90: 20, longest: 20 });
    expect(both[0]?.verification).to.deep.equal({ median: 2, p90: 12, longest: 12 });
    expect(other.map(({ reports }) => reports)).to.deep.equal([1]);
    expect(await told()).to.have.length(2);
  });

  it('does not count what still waits: that is listed with what it waits for and whom, until it is reported', async () => {
    const { testing } = platform;
    at(0);
    const { id } = await testing.createSample(people.sampler, {
      ...{ batchCode: 'TEA-1', planKind: 'self-check', laboratory },
    });
    const waiting = async (query: object = {}, caller = reviewer) =>
      (await testing.waitingSamples(caller, { limit: 10, ...query })).items.map((item) => {
        const { waitsFor, by, since } = waitingSampleSchema.parse(item);
        return `${waitsFor} ${by} ${since.slice(11, 13)}`;
      });
    expect(await waiting()).to.deep.equal(['receipt sampler 00']);
    at(1);
    await testing.receive(analyst, id, {});
    expect(await waiting()).to.deep.equal(['test  01']);
    at(2);
    await testing.assign(reviewer, id, { asked: [{ analyte: '吡虫啉', analyst: 'analyst' }] });
    expect(await waiting()).to.deep.equal(['test analyst 02']);
    at(3);
    await testing.addResult(analyst, id, { analyte: '吡虫啉', value: '0.01', unit: 'mg/kg', method });
    expect(await waiting({ state: 'in-test', laboratory })).to.deep.equal(['report analyst 03']);
    await testing.report(analyst, id);
    expect(await waiting()).to.deep.equal(['verification  03']);
    expect(await waiting({ laboratory: '另一检测站' })).to.deep.equal([]);
    expect(await waiting({}, { ...reviewer, divisionCode: '611026' })).to.deep.equal([]);
    await testing.verify(reviewer, id);
    expect(await waiting()).to.deep.equal([]);
  });

  it('leaves out what takes the place of another report, and what others may not see', async () => {
    const id = await reported({ received: 0, tested: 4, issued: 6 });
    at(20);
    await platform.testing.invalidate(reviewer, id, { reason: '笔误' });
    await platform.testing.amend(reviewer, id, { reason: '笔误' });
    await platform.testing.report(analyst, id);
    await platform.testing.verify(reviewer, id);
    at(30);
    expect((await told()).map(({ reports, whole }) => `${reports} ${whole.longest}`)).to.deep.equal(['1 6']);
    expect(await told({}, { ...reviewer, divisionCode: '611026' })).to.deep.equal([]);
    expect(await told({ to: '2026-11-24T05:00:00Z' })).to.deep.equal([]);
  });
});
