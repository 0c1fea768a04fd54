import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { Api } from '../../../test/support/api.ts';
import { eventually } from '../../../test/support/eventually.ts';
import { registerBatch, registerFarm } from '../../../test/support/farm.ts';
import { password, startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';

interface Delivery {
  id: string;
  event: string;
  state: string;
  record?: { resource: string; id: string };
  attempts: { sent: boolean; status?: number; reason?: string; text?: { zh: string; en: string } }[];
}

/** A system that listens, and answers as it is told to. */
describe('webhooks', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let county: Api;
  let now = Date.now();
  let system: Server;
  let base: string;
  let status = 200;
  const heard: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  let batches: [string, string, string];

  before(async () => {
    system = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (part: string) => {
        body += part;
      });
      request.on('end', () => {
        heard.push({ path: request.url ?? '', headers: request.headers, body });
        response.statusCode = status;
        response.end();
      });
    });
    await new Promise<void>((resolve) => system.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(system.address() as AddressInfo).port}`;
    test = await startTestPlatform(() => new Date(now), { outboundAllowed: ['127.0.0.1'] });
    county = await test.signInAs('county', ['administrator'], '611002');
    await test.signInAs('supervisor', ['supervisor'], '611002');
    const farm = await registerFarm(test.admin);
    const other = await registerFarm(test.admin, '611021102');
    batches = [
      await registerBatch(test.admin, farm),
      await registerBatch(test.admin, farm),
      await registerBatch(test.admin, other),
    ];
  });
  after(async () => {
    await test.stop();
    system.closeAllConnections();
    system.close();
  });

  const subscribe = (path: string, more: object = {}, api = county) =>
    api.create('/api/v1/webhooks', {
      ...{ name: '省平台', events: ['batch.held', 'batch.released'], address: `${base}${path}?key=K3Y` },
      ...more,
    });
  const turn = async (code: string, verb: 'hold' | 'release') =>
    expect((await test.admin.post(`/api/v1/batches/${code}/${verb}`, { reason: '例行检查' })).status).to.equal(200);
  const deliveries = (id: unknown, state = '') =>
    county.list<Delivery>(`/api/v1/webhook-deliveries?webhook=${id}${state && `&state=${state}`}`);
  const settled = (id: unknown, count: number, state: string) =>
    eventually(async () => {
      const found = await deliveries(id, state);
      return found.length >= count && found;
    });
  const toldAt = (path: string) => heard.filter((each) => each.path.startsWith(`${path}?`));

  it('tell a system of the division what happened, signed, in order, each once, and nothing of what it says', async () => {
    await turn(batches[1], 'hold');
    now += 1_000;
    const { id, secret, reaches } = await subscribe('/a');
    await turn(batches[0], 'hold');
    await turn(batches[2], 'hold');
    await turn(batches[0], 'release');
    const arrived = await settled(id, 2, 'sent');
    expect(arrived.map(({ attempts }) => attempts.at(-1)?.status)).to.deep.equal([200, 200]);
    const messages = toldAt('/a');
    const read = messages.map(
      ({ body, headers }) =>
        new Webhook(String(secret)).verify(body, headers as Record<string, string>) as {
          type: string;
          data: Record<string, string>;
        },
    );
    expect(read.map(({ type }) => type)).to.deep.equal(['batch.held', 'batch.released']);
    expect(read[0]?.data).to.have.all.keys('resource', 'id', 'divisionCode', 'address');
    expect(String(read[0]?.data.address)).to.match(new RegExp(`/api/v1/batches/${batches[0]}$`));
    for (const { body } of messages) expect(body).to.not.include('例行检查');
    const shown = JSON.stringify([await county.list('/api/v1/webhooks'), await deliveries(id)]);
    expect(shown).to.include(String(reaches)).and.not.include('K3Y').and.not.include(String(secret));
    await county.post(`/api/v1/webhooks/${id}/disable`, { reason: '换系统' });
  });

  it('are told again later what failed, the others after it, and by a replay what was told before', async () => {
    const { id } = await subscribe('/b');
    status = 503;
    await turn(batches[0], 'hold');
    await turn(batches[0], 'release');
    const [second, first] = await eventually(async () => {
      const found = await deliveries(id);
      return found.some(({ attempts }) => attempts.length > 0) && found.length === 2 && found;
    });
    expect([first?.attempts.at(-1)?.reason, second?.attempts]).to.deep.equal(['HTTP 503', []]);
    expect(first?.attempts.at(-1)?.text).to.deep.equal({ zh: '对方返回 HTTP 503', en: 'HTTP 503' });
    status = 200;
    now += 3_600_000;
    county = await Api.signIn(test.url, 'county', password);
    const again = () => deliveries(id, 'sent');
    await eventually(async () => (await again()).length === 2);
    const ids = () => toldAt('/b').map(({ headers }) => headers['webhook-id']);
    expect(ids()).to.deep.equal([first?.id, first?.id, second?.id]);
    const since = new Date(now - 7_200_000).toISOString();
    const replay = await county.post(`/api/v1/webhooks/${id}/replay`, { since, reason: '对方丢失' });
    expect(replay.body).to.deep.equal({ replayed: 2 });
    await eventually(async () => ids().length === 5);
    expect(ids().slice(3)).to.deep.equal([first?.id, second?.id]);
    await eventually(async () => (await again()).length === 2);
  });

  it('go nowhere in a private network, are those of administrators, and end when they are not wanted', async () => {
    const make = (address: string) => county.post('/api/v1/webhooks', { name: 'x', events: ['batch.held'], address });
    for (const address of ['https://10.0.0.1/x', 'http://example.org/x', 'https://user:pass@example.org/'])
      expect((await make(address)).status, address).to.equal(400);
    const supervisor = await Api.signIn(test.url, 'supervisor', password);
    expect((await supervisor.get('/api/v1/webhooks')).status).to.equal(403);
    const elsewhere = { name: 'x', divisionCode: '611021', events: ['batch.held'], address: `${base}/e` };
    expect((await county.post('/api/v1/webhooks', elsewhere)).status).to.equal(403);
    const { id } = await subscribe('/gone');
    status = 410;
    await county.post(`/api/v1/webhooks/${id}/test`, {});
    const [gone] = await settled(id, 1, 'failed');
    expect(gone?.attempts.map((attempt) => attempt.status)).to.deep.equal([410]);
    status = 200;
    expect((await county.post(`/api/v1/webhooks/${id}/disable`, { reason: '停用' })).body).to.include({
      state: 'disabled',
    });
    expect((await county.post(`/api/v1/webhooks/${id}/test`, {})).status).to.equal(409);
    const { items } = (await county.get<{ items: { type: string }[] }>('/api/v1/webhook-event-types')).body;
    expect(items.map(({ type }) => type)).to.include.members(['result.verified', 'decision.published']);
  });
});
