import { get, type IncomingMessage } from 'node:http';
import { expect } from 'chai';
import { system } from '../database/change-log/actor.ts';
import { inTransaction } from '../database/transaction.ts';
import type { WarningsService } from './service.ts';
import { finding, openTestPlatform, people, type TestPlatform } from './testing-support/platform.ts';
import type { WarningView } from './view.ts';

interface Received {
  id: string;
  warning: WarningView;
}

/** A client of server-sent events, small enough to be believed. */
async function listen(url: string, username: string, lastEventId?: string) {
  const headers = { authorization: `Bearer ${username}`, ...(lastEventId && { 'last-event-id': lastEventId }) };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on('error', reject);
  });
  let text = '';
  let ended = false;
  const changed: (() => void)[] = [];
  const notify = () => {
    for (const tell of changed.splice(0)) tell();
  };
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    text += chunk;
    notify();
  });
  response.on('close', () => {
    ended = true;
    notify();
  });
  response.on('error', () => {});
  const events = (): Received[] =>
    text
      .split('\n\n')
      .slice(0, -1)
      .filter((block) => block.startsWith('event: warning\n'))
      .map((block) => ({
        id: /^id: (.*)$/m.exec(block)?.[1] ?? '',
        warning: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? ''),
      }));
  const until = async (condition: () => boolean): Promise<void> => {
    const deadline = Date.now() + 5_000;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error(`Waited in vain; received so far: ${text}`);
      await Promise.race([
        new Promise<void>((resolve) => changed.push(resolve)),
        new Promise<void>((resolve) => setTimeout(resolve, 100).unref()),
      ]);
    }
  };
  return {
    response,
    events,
    text: () => text,
    until,
    received: async (count: number) => {
      await until(() => events().length >= count);
      return events();
    },
    ended: () => until(() => ended),
    close: () => response.destroy(),
  };
}

describe('warnings: stream', () => {
  let platform: TestPlatform;
  let service: WarningsService;
  let server: Awaited<ReturnType<TestPlatform['serve']>>;
  const clients: Awaited<ReturnType<typeof listen>>[] = [];

  const connect = async (username: string, lastEventId?: string, query = '') => {
    const client = await listen(`${server.url}/warnings/stream${query}`, username, lastEventId);
    clients.push(client);
    return client;
  };
  const raise = (conditionKey: string, divisionCode = '611002001') =>
    inTransaction(platform.context, system('test'), (work) =>
      service.raise(work, finding({ conditionKey, divisionCode })),
    );

  before(async () => {
    platform = await openTestPlatform({ heartbeatMilliseconds: 60, maximumPerUser: 3 });
  });
  beforeEach(async () => {
    await platform.empty();
    for (const caller of Object.values(people)) platform.sessions.set(caller.username, caller);
    service = platform.newService();
    server = await platform.serve(service);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    service.closeStreams();
    await server.stop();
  });
  after(() => platform.close());

  it('tells changes of the own divisions as they are committed, with what the caller may do', async () => {
    const county = await connect('county');
    const otherCounty = await connect('other-county');
    expect(county.response.headers['content-type']).to.match(/^text\/event-stream/);
    const elsewhere = await raise('elsewhere', '611021');
    const here = await raise('here');
    await service.acknowledge(people.officer1, here);
    const [opened, acknowledged] = await county.received(2);
    expect(opened?.warning.id).to.equal(here);
    expect(acknowledged?.warning.state).to.equal('acknowledged');
    expect(acknowledged?.warning.allowed).to.deep.equal(['handle', 'resolve', 'dismiss']);
    expect(opened?.id).to.equal(`${Date.parse(opened?.warning.updatedAt ?? '')}-${here}`);
    expect((await otherCounty.received(1)).map(({ warning }) => warning.id)).to.deep.equal([elsewhere]);
  });

  it('resumes after the last event: what was missed comes in order, then what is new', async () => {
    const client = await connect('county');
    await raise('first');
    const [last] = await client.received(1);
    client.close();
    const missed: string[] = [];
    for (const key of ['second', 'third', 'fourth']) {
      platform.pass(10_000);
      missed.push(await raise(key));
    }
    await raise('elsewhere', '611021');
    for (const resumed of [
      await connect('county', last?.id),
      await connect('county', '', `?lastEventId=${last?.id}`),
    ]) {
      const received = await resumed.received(4);
      expect(received.slice(-3).map(({ warning }) => warning.id)).to.deep.equal(missed);
      expect(received[0]?.warning.id).to.equal(last?.warning.id);
    }
    const resumed = await connect('county', `${platform.context.clock().getTime()}-${missed[2]}`);
    const later = await raise('fifth');
    const received = await resumed.received(2);
    expect(received.map(({ warning }) => warning.id)).to.deep.equal([missed[2], later]);
  });

  it('loses nothing between what was missed and what is new', async () => {
    const expected = [];
    for (let index = 0; index < 50; index += 1) expected.push(await raise(`before ${index}`));
    const writing = (async () => {
      for (let index = 0; index < 50; index += 1) expected.push(await raise(`during ${index}`));
    })();
    const client = await connect('county', `0-${'0'.repeat(24)}`);
    await writing;
    await client.until(() => new Set(client.events().map(({ warning }) => warning.id)).size === 100);
    expect(new Set(client.events().map(({ warning }) => warning.id))).to.deep.equal(new Set(expected));
  });

  it('gives a client from where to resume before the first event', async () => {
    const client = await connect('county');
    await client.until(() => /^id: \d+-0{24}$/m.test(client.text()));
    expect(client.text()).to.match(/^retry: \d+\n\n/);
    client.close();
    const missed = await raise('missed');
    const resumed = await connect('county', /^id: (.*)$/m.exec(client.text())?.[1]);
    expect((await resumed.received(1))[0]?.warning.id).to.equal(missed);
  });

  it('keeps quiet streams alive, and ends them when the session has ended', async () => {
    const client = await connect('county');
    await client.until(() => client.text().includes(': heartbeat\n\n'));
    platform.sessions.delete('county');
    await client.ended();
  });

  it('tells what of the platform does not work, those who come later, too', async () => {
    const county = await connect('county');
    await county.until(() => county.text().includes(': heartbeat'));
    const told = (faults: string[]) => `event: platform\ndata: ${JSON.stringify({ faults })}\n\n`;
    platform.context.bus.emit('platform.faults', { faults: ['database', 'spool'] });
    await county.until(() => county.text().includes(told(['database', 'spool'])));
    const later = await connect('county');
    await later.until(() => later.text().includes(told(['database', 'spool'])));
    platform.context.bus.emit('platform.faults', { faults: [] });
    await later.until(() => later.text().includes(told([])));
  });

  it('follows a caller whose division has changed', async () => {
    const client = await connect('county');
    platform.sessions.set('county', { ...people.county, divisionCode: '611021' });
    const beats = client.text().split(': heartbeat').length;
    await client.until(() => client.text().split(': heartbeat').length > beats + 1);
    await raise('here');
    const elsewhere = await raise('elsewhere', '611021');
    expect((await client.received(1)).map(({ warning }) => warning.id)).to.deep.equal([elsewhere]);
  });

  it('refuses more streams than a person needs, strangers, and what is not an event’s id', async () => {
    const held = [await connect('county'), await connect('county'), await connect('county')];
    expect((await connect('county')).response.statusCode).to.equal(429);
    held[0]?.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await connect('county')).response.statusCode).to.equal(200);
    expect((await connect('nobody')).response.statusCode).to.equal(401);
    expect((await connect('city', 'yesterday')).response.statusCode).to.equal(400);
    expect((await connect('city', '', '?lastEventId=yesterday')).response.statusCode).to.equal(400);
  });

  it('ends all streams when the platform stops, and takes no new ones', async () => {
    const client = await connect('county');
    service.closeStreams();
    await client.ended();
    expect(client.response.complete).to.equal(true);
    expect((await connect('county')).response.statusCode).to.equal(503);
  });

  it('serves lists, records and verbs beside the stream', async () => {
    const id = await raise('here');
    const as = (username: string) => ({ authorization: `Bearer ${username}`, 'content-type': 'application/json' });
    const list = await fetch(`${server.url}/warnings`, { headers: as('county') });
    expect(((await list.json()) as { items: { id: string }[] }).items.map((item) => item.id)).to.deep.equal([id]);
    const resolve = (username: string, body: object) =>
      fetch(`${server.url}/warnings/${id}/resolve`, {
        method: 'POST',
        headers: as(username),
        body: JSON.stringify(body),
      });
    expect((await resolve('officer1', {})).status).to.equal(400);
    expect((await resolve('auditor', { measure: 'x' })).status).to.equal(403);
    expect((await resolve('other-county', { measure: 'x' })).status).to.equal(404);
    expect((await resolve('officer1', { measure: '已封存' })).status).to.equal(200);
    expect((await resolve('officer1', { measure: '已封存' })).status).to.equal(409);
  });
});
