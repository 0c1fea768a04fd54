import { expect } from 'chai';
import { type TemporaryDatabase, temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { mosquittoPublish } from './support/mosquitto.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

const password = 'a long administrator password';
/** The whole run of the fault tests kills it 50 times. */
const killedTimes = Number(process.env.KILLED_TIMES ?? 4);

describe('a reading published with mosquitto_pub -q 1', function () {
  this.timeout(60_000 + killedTimes * 10_000);
  let database: TemporaryDatabase;
  let service: ServiceProcess;
  let api: Api;
  let device: { id: string; secret: string };

  const restart = async () => {
    service = await startService({ ...database.environment, ADMIN_PASSWORD: password });
    api = await Api.signIn(service.url, 'admin', password);
  };
  const publish = (message: unknown, overrides: { password?: string; topic?: string } = {}) =>
    mosquittoPublish({
      port: service.mqtt,
      username: device.id,
      password: device.secret,
      topic: `agritrace/v1/${device.id}/readings`,
      message: typeof message === 'string' ? message : JSON.stringify(message),
      ...overrides,
    });
  const readings = () =>
    api.list<{ value: number; at: string; unit: string }>(`/api/v1/readings?device=${device.id}&metric=temperature`);

  before(async () => {
    database = await temporaryDatabase();
    await restart();
    const created = await api.create('/api/v1/devices', { id: 'cold-1', name: '冷库一号', kind: 'sensor' });
    device = { id: String(created.id), secret: String(created.secret) };
    await api.create('/api/v1/devices', { id: 'cold-2', name: '冷库二号', kind: 'sensor' });
  });
  after(async () => {
    await service.stop();
    await database.remove();
  });

  it('survives kill -9 straight after its PUBACK, each of so many times', async () => {
    for (let round = 0; round < killedTimes; round += 1) {
      const at = new Date(Date.UTC(2026, 0, 1, round)).toISOString();
      const { code } = await publish({ metric: 'temperature', value: round, unit: 'Cel', at });
      await service.kill();
      expect(code).to.equal(0);
      await restart();
      expect((await readings()).map(({ value }) => value)).to.deep.equal([...Array(round + 1).keys()]);
    }
  });

  it('is stored once when it comes twice, alone and within an array', async () => {
    const before = (await readings()).length;
    const reading = { metric: 'temperature', value: 4.5, unit: 'Cel', at: '2026-02-01T08:00:00+08:00' };
    for (const message of [reading, reading, [reading, reading]]) expect((await publish(message)).code).to.equal(0);
    const after = await readings();
    expect(after.length).to.equal(before + 1);
    expect(after.at(-1)).to.include({ value: 4.5, unit: 'Cel', at: '2026-02-01T00:00:00.000Z' });
  });

  it('is refused with a wrong secret', async () => {
    const { code, output } = await publish({ metric: 'temperature', value: 1 }, { password: 'wrong' });
    expect(code).to.not.equal(0);
    expect(output).to.match(/not authori[sz]ed/i);
  });

  it("is refused on another device's topic, and kept with the reason", async () => {
    const before = await readings();
    await publish({ metric: 'temperature', value: 99 }, { topic: 'agritrace/v1/cold-2/readings' });
    expect(await readings()).to.deep.equal(before);
    expect(await api.list('/api/v1/readings?device=cold-2')).to.deep.equal([]);
    const kept = await api.list<{ topic: string; reason: string }>(`/api/v1/devices/${device.id}/rejected-messages`);
    expect(kept[0]?.topic).to.equal('agritrace/v1/cold-2/readings');
    expect(kept[0]?.reason).to.not.equal('');
  });

  it('is kept with its reason when it cannot be read', async () => {
    await publish('{"metric":"temperature","value":"warm"}');
    const kept = await api.list<{ payload: string; reason: string }>(`/api/v1/devices/${device.id}/rejected-messages`);
    expect(kept[0]?.payload).to.equal('{"metric":"temperature","value":"warm"}');
    expect(kept[0]?.reason).to.include('value');
  });
});
