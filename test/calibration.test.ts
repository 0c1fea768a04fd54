import { expect } from 'chai';
import type { Api } from './support/api.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { mosquittoPublish } from './support/mosquitto.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

const day = (daysFromNow: number) =>
  new Date(Date.now() + (daysFromNow * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

interface Warning {
  id: string;
  kind: string;
  active: boolean;
  state: string;
  title: { en: string };
}

describe('the calibration of a tester', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let county: Api;
  let batch: string;
  let number = 0;

  before(async () => {
    test = await startTestPlatform();
    county = await test.signInAs('county', ['supervisor'], '611002');
    batch = await registerBatch(test.admin, await registerFarm(test.admin));
  });
  after(() => test.stop());

  const register = async () => {
    number += 1;
    const id = `tester-${number}`;
    const { secret } = await county.create('/api/v1/devices', { id, name: id, kind: 'rapid-tester' });
    return { id, secret: String(secret) };
  };
  const certificate = (calibratedOn: number, dueOn: number, more: object = {}) => {
    number += 1;
    const certificateNumber = `JZ-${number}`;
    return {
      certificateNumber,
      laboratory: '市计量测试所',
      calibratedOn: day(calibratedOn),
      dueOn: day(dueOn),
      conforms: true,
      uncertainty: 'U = 0.3 %, k = 2',
      ...more,
    };
  };
  const calibrate = (id: string, body: object, api = county) => api.post(`/api/v1/devices/${id}/calibrations`, body);
  const report = async ({ id, secret }: { id: string; secret: string }, secondsAgo: number) => {
    const result = {
      sample: batch,
      analyte: '有机磷',
      value: '12',
      unit: '%',
      method: 'GB/T 5009.199-2003',
      at: new Date(Date.now() - secondsAgo * 1000).toISOString(),
    };
    const topic = `agritrace/v1/${id}/results`;
    const { code } = await mosquittoPublish({
      port: test.platform.mqtt,
      username: id,
      password: secret,
      topic,
      message: JSON.stringify(result),
    });
    expect(code).to.equal(0);
  };
  const marks = async (id: string) =>
    (await county.list<{ calibration: string }>(`/api/v1/rapid-tests?device=${id}`)).map(
      ({ calibration }) => calibration,
    );
  const warnings = (id: string) => county.list<Warning>(`/api/v1/warnings?device=${id}`);
  const standing = async (id: string) => (await county.get(`/api/v1/devices/${id}/calibrations`)).body.standing;

  it('marks each result by what held on its day, and warns once of results out of calibration', async () => {
    const tester = await register();
    await report(tester, 50);
    expect((await calibrate(tester.id, certificate(-30, 200))).status).to.equal(201);
    await report(tester, 40);
    expect((await calibrate(tester.id, certificate(-1, 200, { conforms: false }))).status).to.equal(201);
    expect(await standing(tester.id)).to.equal('failed');
    await report(tester, 30);
    await report(tester, 20);
    expect(await marks(tester.id)).to.deep.equal(['failed', 'failed', 'valid', 'none']);
    expect((await warnings(tester.id)).map(({ kind, active }) => [kind, active])).to.deep.equal([
      ['calibration', true],
    ]);
    await calibrate(tester.id, certificate(0, 365));
    await report(tester, 10);
    expect((await marks(tester.id))[0]).to.equal('valid');
    expect((await warnings(tester.id)).map(({ active }) => active)).to.deep.equal([false]);
  });

  it('is overdue from the day after, and warned of too, and no more on that day once it is resolved', async () => {
    const tester = await register();
    await calibrate(tester.id, certificate(-400, -1));
    expect(await standing(tester.id)).to.equal('overdue');
    await report(tester, 5);
    const [warning] = await warnings(tester.id);
    expect(warning?.title.en).to.match(/overdue/);
    await county.post(`/api/v1/warnings/${warning?.id}/acknowledge`, {});
    await county.post(`/api/v1/warnings/${warning?.id}/resolve`, { measure: '已送检' });
    await report(tester, 3);
    expect(await marks(tester.id)).to.deep.equal(['overdue', 'overdue']);
    expect((await warnings(tester.id)).map(({ state }) => state)).to.deep.equal(['resolved']);
  });

  it('marks the readings of a sensor by the day of their measurement', async () => {
    const sensor = await register();
    await calibrate(sensor.id, certificate(-400, -1));
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    const { code } = await mosquittoPublish({
      port: test.platform.mqtt,
      username: sensor.id,
      password: sensor.secret,
      topic: `agritrace/v1/${sensor.id}/readings`,
      message: JSON.stringify([72, 0].map((hours) => ({ metric: 'temperature', value: hours, at: hoursAgo(hours) }))),
    });
    expect(code).to.equal(0);
    const readings = await county.list<{ calibration?: string }>(`/api/v1/readings?device=${sensor.id}`);
    expect(readings.map(({ calibration }) => calibration)).to.deep.equal([undefined, 'overdue']);
    const { devices, calibrations } = test.platform.services;
    await devices.stop();
    devices.start();
    await calibrations.warnOfUse();
    await calibrations.warnOfUse();
    expect((await warnings(sensor.id)).map(({ title }) => title.en)).to.deep.equal([
      `Device ${sensor.id} goes on measuring, but its calibration is overdue`,
    ]);
    const due = (by: string) => county.list<{ id: string }>(`/api/v1/devices?calibrationDueBy=${by}`);
    expect((await due(day(-1))).map(({ id }) => id)).to.include(sensor.id);
    expect((await due(day(-2))).map(({ id }) => id)).to.not.include(sensor.id);
    const table = await county.get(`/api/v1/device-list/export?calibrationDueBy=${day(-1)}&sort=-calibrationDueOn`);
    expect(table.status).to.equal(200);
  });

  it('is reminded of in time, once, even after somebody has resolved it', async () => {
    const [soon, later, renewed] = [await register(), await register(), await register()];
    await calibrate(soon.id, certificate(-340, 25));
    await calibrate(later.id, certificate(-10, 90));
    await calibrate(renewed.id, certificate(-340, 25));
    await calibrate(renewed.id, certificate(-1, 364));
    const { calibrations } = test.platform.services;
    await calibrations.remind();
    await calibrations.remind();
    const [warning, ...others] = await county.list<Warning & { occurrences: number }>(
      `/api/v1/warnings?device=${soon.id}`,
    );
    expect(others).to.deep.equal([]);
    expect(warning?.occurrences).to.equal(1);
    for (const { id } of [later, renewed]) expect(await warnings(id)).to.deep.equal([]);
    expect((await county.post(`/api/v1/warnings/${warning?.id}/acknowledge`, {})).status).to.equal(200);
    expect((await county.post(`/api/v1/warnings/${warning?.id}/resolve`, { measure: '已预约' })).status).to.equal(200);
    await calibrations.remind();
    expect(await warnings(soon.id)).to.have.length(1);
  });

  it('is recorded by whoever has the right, once a certificate, and not ahead of time', async () => {
    const { id } = await register();
    const sampler = await test.signInAs('sampler', ['sampler'], '611002');
    expect((await calibrate(id, certificate(-1, 10), sampler)).status).to.equal(403);
    expect((await calibrate(id, certificate(1, 10))).status).to.equal(400);
    expect((await calibrate(id, certificate(-1, -2))).status).to.equal(400);
    const one = certificate(-1, 10);
    expect((await calibrate(id, one)).status).to.equal(201);
    expect((await calibrate(id, one)).status).to.equal(409);
    expect((await sampler.get(`/api/v1/devices/${id}/calibrations`)).status).to.equal(200);
    const elsewhere = await test.signInAs('elsewhere', ['supervisor'], '611021');
    expect((await elsewhere.get(`/api/v1/devices/${id}/calibrations`)).status).to.equal(404);
  });
});
