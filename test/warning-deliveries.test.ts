import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { connectAsync } from 'mqtt';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { warn } from './permissions/places.ts';
import type { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { type Farm, registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

interface Delivery {
  id: string;
  channelName?: string;
  channelKind: string;
  published?: { topic: string; subscribers: number }[];
  handedTo?: { username: string; at: string }[];
  warningId?: string;
  state: string;
  inDigestOf?: number;
  attempts: { sent: boolean; reason?: string }[];
}

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

describe('warnings that go out', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let county: Api;
  let farm: Farm;
  let now: number;
  let robots: Server;
  let mails: string[];
  let mailServer: SMTPServer;
  let heard: { path: string; headers: IncomingHttpHeaders; body: string }[];
  let answer: (path: string) => unknown;
  let base: string;

  before(async () => {
    now = Date.now();
    heard = [];
    answer = () => ({ errcode: 0 });
    robots = createServer((request, response) => {
      const path = request.url ?? '';
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (part: string) => {
        body += part;
      });
      request.on('end', () => {
        heard.push({ path, headers: request.headers, body });
        response.end(JSON.stringify(answer(path)));
      });
    });
    await new Promise<void>((resolve) => robots.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(robots.address() as AddressInfo).port}`;
    mails = [];
    mailServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('gone') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
      onData: (stream, _session, done) => {
        let mail = '';
        stream.setEncoding('utf8');
        stream.on('data', (part: string) => {
          mail += part;
        });
        stream.on('end', () => {
          mails.push(mail);
          done();
        });
      },
    });
    const mailPort = await new Promise<number>((resolve) => {
      const listening = mailServer.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
    });
    test = await startTestPlatform(() => new Date(now), {
      outboundAllowed: ['127.0.0.1'],
      mail: { server: `smtp://127.0.0.1:${mailPort}`, from: '商洛农安 <warnings@agritrace.example>' },
      publicUrl: 'https://agritrace.example',
    });
    county = await test.signInAs('county', ['supervisor'], '611002');
    farm = await registerFarm(test.admin);
  });
  after(async () => {
    await test.stop();
    robots.closeAllConnections();
    robots.close();
    await new Promise<void>((resolve) => mailServer.close(resolve));
  });

  const channel = (fields: object) => county.create('/api/v1/warning-channels', { name: '值班', ...fields });
  const end = (id: unknown) => county.post(`/api/v1/warning-channels/${id}/disable`, { reason: '换人' });
  const deliveriesOf = (id: unknown, state = '') =>
    county.list<Delivery>(`/api/v1/warning-deliveries?channel=${id}&limit=500${state && `&state=${state}`}`);
  const settled = (id: unknown, count: number, state: string) =>
    eventually(async () => {
      const found = await deliveriesOf(id, state);
      return found.length >= count && found;
    });

  it('reach a mailbox and a system of the division, each once, with a link and nothing of the key shown', async () => {
    const mailbox = await channel({ kind: 'email', address: 'duty@county.example' });
    const system = await channel({ kind: 'webhook', address: `${base}/hook?key=K3Y`, secret });
    const elsewhere = await test.admin.create('/api/v1/warning-channels', {
      ...{ name: '别处', kind: 'webhook', divisionCode: '611021', address: `${base}/elsewhere`, secret },
    });
    const gravest = await channel({ kind: 'wecom', address: `${base}/red?key=K`, leastLevel: 'red' });
    const warningId = await warn(test.admin, farm);
    const [sent] = await settled(mailbox.id, 1, 'sent');
    await settled(system.id, 1, 'sent');
    expect(sent).to.include({ warningId, channelName: '值班', state: 'sent' });
    expect(mails).to.have.length(1);
    expect(mails[0])
      .to.match(/^To: duty@county\.example\r$/m)
      .and.to.match(/^List-ID:/m);
    expect(mails[0]).to.include(`Message-ID: <${sent?.id}@agritrace.example>`);
    const hook = heard.find(({ path }) => path.startsWith('/hook'));
    const verified = new Webhook(secret).verify(hook?.body ?? '', hook?.headers as Record<string, string>) as {
      data: { warnings: { warningId: string; link: string }[] };
    };
    expect(verified.data.warnings).to.have.length(1);
    expect(verified.data.warnings[0]).to.include({
      warningId,
      link: `https://agritrace.example/console/warnings?show=${warningId}`,
    });
    expect(heard.map(({ path }) => path.slice(0, 5))).to.deep.equal(['/hook']);
    const shown = await county.list<{ reaches: string }>('/api/v1/warning-channels');
    expect(shown.map(({ reaches }) => reaches)).to.include('d***@county.example');
    expect(JSON.stringify(shown)).to.not.match(/K3Y|whsec_|duty@/);
    for (const { id } of [mailbox, system, gravest]) await end(id);
    await test.admin.post(`/api/v1/warning-channels/${elsewhere.id}/disable`, { reason: '换人' });
  });

  it('are tried again when a robot says no by its code, wait together, and are shown with the reason', async () => {
    heard.length = 0;
    answer = () => ({ errcode: 45009, errmsg: 'freq' });
    const robot = await channel({ kind: 'wecom', address: `${base}/wecom?key=K` });
    await warn(test.admin, farm);
    const [waiting] = await eventually(async () => {
      const found = await deliveriesOf(robot.id, 'waiting');
      return found[0]?.attempts.length === 1 && found;
    });
    expect(waiting?.attempts[0]).to.include({ sent: false, reason: 'errcode 45009: freq' });
    answer = () => ({ errcode: 0 });
    now += 100_000;
    await warn(test.admin, farm);
    const sent = await settled(robot.id, 2, 'sent');
    expect(sent.find(({ id }) => id === waiting?.id)?.attempts.map((each) => each.sent)).to.deep.equal([false, true]);
    await end(robot.id);
  });

  it('never go faster than a robot takes them: what is too much becomes one message, and none is left out', async () => {
    heard.length = 0;
    answer = () => ({ code: 0 });
    const robot = await channel({ kind: 'feishu', address: `${base}/feishu`, secret: 'demo' });
    const raised: string[] = [];
    for (let count = 0; count < 7; count += 1) raised.push(await warn(test.admin, farm));
    await eventually(async () => heard.length === 5);
    now += 1_001;
    raised.push(await warn(test.admin, farm));
    const sent = await settled(robot.id, 8, 'sent');
    expect(sent.map(({ warningId }) => warningId)).to.have.members(raised);
    expect(heard.length).to.be.within(6, 8);
    expect(JSON.parse(heard[0]?.body ?? '').sign).to.match(/^.{44}$/);
    await end(robot.id);
  });

  it('that fail for good stay on record until a person sends them again; a disabled channel sends nothing', async () => {
    heard.length = 0;
    answer = () => ({ code: 19021, msg: 'sign match fail' });
    const robot = await channel({ kind: 'feishu', address: `${base}/feishu`, secret: 'demo' });
    const tested = await county.post(`/api/v1/warning-channels/${robot.id}/test`, {});
    expect(tested.status).to.equal(200);
    const [failed] = await settled(robot.id, 1, 'failed');
    expect(failed?.attempts).to.have.length(1);
    expect(JSON.parse(heard[0]?.body ?? '').card.elements[0].content).to.include('这是一条测试消息');
    answer = () => ({ code: 0 });
    expect((await county.post(`/api/v1/warning-deliveries/${failed?.id}/retry`, {})).status).to.equal(200);
    await settled(robot.id, 1, 'sent');
    expect((await county.post(`/api/v1/warning-deliveries/${failed?.id}/retry`, {})).status).to.equal(409);
    await end(robot.id);
    expect((await end(robot.id)).status).to.equal(409);
    expect((await county.post(`/api/v1/warning-channels/${robot.id}/test`, {})).status).to.equal(409);
    const gone = await channel({ kind: 'email', address: 'gone@county.example' });
    await county.post(`/api/v1/warning-channels/${gone.id}/test`, {});
    const [refused] = await settled(gone.id, 1, 'failed');
    expect(refused?.attempts[0]?.reason).to.include('no such mailbox');
    await end(gone.id);
  });

  it('go to no address without https, and to no private one that is not listed', async () => {
    const create = (fields: object) =>
      county.post('/api/v1/warning-channels', { name: '值班', kind: 'webhook', secret, ...fields });
    for (const address of [
      ...['http://example.org/', 'http://127.0.0.2/', 'ftp://127.0.0.1/', 'no address'],
      ...['https://10.0.0.1/', 'https://[::1]/', 'https://2130706434/', 'https://0xa.1/', 'https://012.0.0.01/'],
    ]) {
      const { status, body } = await create({ address });
      expect(status, address).to.equal(400);
      expect(body.errors, address).to.have.nested.property('[0].pointer', '/address');
    }
    const short = await create({ address: `${base}/`, secret: 'short' });
    expect(short.body.errors).to.have.nested.property('[0].pointer', '/secret');
  });

  it('are noted of MQTT and of live pages: topics and subscribers, and who was handed them, each once', async () => {
    const subscriber = await connectAsync(`mqtt://127.0.0.1:${test.platform.mqtt}`, {
      ...{ username: 'user:county', password: county.token, reconnectPeriod: 0 },
    });
    await subscriber.subscribeAsync('agritrace/v1/warnings/611002', { qos: 1 });
    const leaving = new AbortController();
    const headers = { authorization: `Bearer ${county.token}` };
    const open = () => fetch(`${test.url}/api/v1/warnings/stream`, { headers, signal: leaving.signal });
    const tabs = await Promise.all([open(), open()]);
    expect(tabs.map(({ status }) => status)).to.deep.equal([200, 200]);
    const warningId = await warn(test.admin, farm);
    const live = (kind: string) =>
      eventually(async () => {
        const found = await county.list<Delivery>(`/api/v1/warning-deliveries?warning=${warningId}`);
        return found.find(({ channelKind, state }) => channelKind === kind && state === 'sent');
      });
    const [{ published = [] }, { handedTo = [], id }] = await Promise.all([live('mqtt'), live('stream')]);
    expect(published.filter(({ subscribers }) => subscribers > 0)).to.deep.equal([
      { topic: 'agritrace/v1/warnings/611002', subscribers: 1 },
    ]);
    expect(published.map(({ topic }) => topic)).to.include('agritrace/v1/warnings/611000');
    expect(handedTo.map(({ username }) => username)).to.deep.equal(['county']);
    await county.post(`/api/v1/warnings/${warningId}/acknowledge`, {});
    await county.post(`/api/v1/warnings/${warningId}/follow-ups`, { text: '升级', level: 'red' });
    await eventually(async () => {
      const all = await county.list<Delivery>(`/api/v1/warning-deliveries?warning=${warningId}`);
      return all.filter(({ channelKind, state }) => channelKind === 'stream' && state === 'sent').length === 2;
    });
    const { body } = await county.get<Delivery>(`/api/v1/warning-deliveries/${id}`);
    expect(body.handedTo).to.deep.equal(handedTo);
    leaving.abort();
    await subscriber.endAsync();
  });
});
