import { expect } from 'chai';
import type { Caller } from '../server/identity/index.ts';
import { Api } from './support/api.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { password, startTestPlatform, type TestPlatform } from './support/platform.ts';

const week = 7 * 86_400_000;
const who = (username: string, role: Caller['roles'][number]): Caller => ({
  ...{ userId: 'c'.repeat(24), username, roles: [role], divisionCode: '611000' },
});
const [sampler, analyst, reviewer] = [who('s', 'sampler'), who('a', 'analyst'), who('r', 'reviewer')];

interface Warning {
  id: string;
  kind: string;
  divisionCode: string;
  detail: { zh: string; en: string };
}

describe('a pass rate that falls', function () {
  this.timeout(240_000);
  let test: TestPlatform;
  let now = new Date('2026-12-01T02:00:00Z');
  let batchCode: string;

  before(async () => {
    test = await startTestPlatform(() => now);
    const farm = await registerFarm(test.admin, '611002104');
    batchCode = await registerBatch(test.admin, farm);
  });
  after(() => test.stop());

  /** So many samples drawn and reported on that day, of which some fail. */
  const report = async (count: number, failing: number): Promise<void> => {
    const { testing } = test.platform.services;
    for (let index = 0; index < count; index += 1) {
      const { id } = await testing.createSample(sampler, { batchCode, planKind: 'routine-monitoring' });
      const value = index < failing ? '9' : '0.01';
      await testing.addResult(analyst, id, { analyte: '噻虫胺', value, unit: 'mg/kg' });
      await testing.report(analyst, id);
      await testing.verify(reviewer, id);
    }
  };
  /** Months go by: no session lasts so long. */
  const admin = () => Api.signIn(test.url, 'admin', password);
  const warnings = async (): Promise<Warning[]> =>
    (await (await admin()).list<Warning>('/api/v1/warnings?limit=200')).filter(({ kind }) => kind === 'pass-rate');
  const look = () => test.platform.services.assessment.passRateWatch.look();

  it('is warned of once, in the county and of the product, and again only after that was resolved', async () => {
    await report(100, 10);
    now = new Date('2027-01-05T02:00:00Z');
    await report(8, 1);
    now = new Date(now.getTime() + week);
    await look();
    expect(await warnings(), 'as usual').to.deep.equal([]);
    for (let weeks = 0; weeks < 2; weeks += 1) {
      await report(8, 6);
      now = new Date(now.getTime() + week);
    }
    await look();
    await look();
    const raised = await warnings();
    expect(raised.map(({ divisionCode }) => divisionCode).sort()).to.deep.equal(['611000', '611002']);
    expect(raised[0]?.detail.en).to.include('it was 90.0 % (100 samples)');
    for (const { id } of raised) await (await admin()).post(`/api/v1/warnings/${id}/resolve`, { measure: '专项整治' });
    await look();
    expect(await warnings(), 'nothing new since').to.have.length(2);
    await report(8, 8);
    now = new Date(now.getTime() + week);
    await report(8, 8);
    now = new Date(now.getTime() + 2 * week);
    await look();
    expect(await warnings()).to.have.length(4);
  });
});
