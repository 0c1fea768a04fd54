import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { Types } from 'mongoose';
import { type TemporaryDatabase, temporaryDatabase } from '../../server/database/testing-support/temporary-database.ts';
import { anEvent, documentOf, EpcisClient, eventsOf, type GivenDocument } from '../support/epcis.ts';
import { eventually } from '../support/eventually.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

interface Delivery {
  headers: IncomingMessage['headers'];
  body: string;
}

describe('EPCIS named queries and subscriptions', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let client: EpcisClient;
  let subscriber: Server;
  let dest: string;
  const deliveries: Delivery[] = [];
  const addresses: (string | undefined)[] = [];
  let answer = 200;

  before(async () => {
    subscriber = createServer((request, response) => {
      let body = '';
      addresses.push(request.url);
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        if (answer < 300) deliveries.push({ headers: request.headers, body });
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>((resolve) => subscriber.listen(0, '127.0.0.1', resolve));
    dest = `http://127.0.0.1:${(subscriber.address() as AddressInfo).port}/events`;
    test = await startTestPlatform(undefined, { outboundAllowed: ['127.0.0.1'] });
    client = new EpcisClient(test.url, test.admin);
  });
  after(async () => {
    await test.stop();
    subscriber.close();
  });

  const keep = (name: string, query: object) => client.send('POST', '/queries', { body: { name, query } });
  const subscribe = (name: string, fields: object) =>
    client.send<{ subscriptionID: string; type: string }>('POST', `/queries/${name}/subscriptions`, {
      body: { dest, ...fields },
    });
  const deliveredIds = () =>
    deliveries.flatMap(({ body }) => eventsOf(JSON.parse(body) as GivenDocument).map(({ eventID }) => eventID));

  it('E16 keeps a query under a name once, answers it, and ends it with its subscriptions', async () => {
    const created = await keep('shipments', { EQ_bizStep: ['shipping'], GE_eventTime: '2026-01-01T00:00:00Z' });
    expect(created.status, JSON.stringify(created.body)).to.equal(201);
    expect((await keep('shipments', { EQ_bizStep: ['shipping'] })).status).to.equal(409);
    expect((await keep('wrong', { EQ_nothing: 1 })).status).to.equal(400);
    const event = anEvent();
    await client.capture(documentOf([event, anEvent({ bizStep: 'packing' })]));
    expect((await client.events('/queries/shipments/events')).map(({ eventID }) => eventID)).to.deep.equal([
      event.eventID,
    ]);
    const subscribed = await subscribe('shipments', { stream: true });
    expect(subscribed.status, JSON.stringify(subscribed.body)).to.equal(201);
    expect((await client.send('DELETE', '/queries/shipments')).status).to.equal(204);
    expect((await client.send('GET', '/queries/shipments')).status).to.equal(404);
    await client.capture(documentOf([anEvent()]));
    expect((await keep('shipments', { EQ_bizStep: ['shipping'] })).status, 'the name is free again').to.equal(201);
  });

  it('E17 says when it delivers: by stream or by schedule, not both, not neither', async () => {
    for (const fields of [
      {},
      { stream: true, schedule: { hour: '1' } },
      { schedule: { hour: '25' } },
      { schedule: {} },
    ]) {
      const refused = await subscribe('shipments', fields);
      expect(refused.status, JSON.stringify(fields)).to.equal(400);
      expect(refused.body.type).to.equal('epcisException:SubscriptionControlsException');
    }
    const scheduled = await subscribe('shipments', { schedule: { second: '[0-59]' }, reportIfEmpty: true });
    expect(scheduled.status).to.equal(201);
    const path = `/queries/shipments/subscriptions/${scheduled.body.subscriptionID}`;
    await eventually(async () => deliveries.some(({ body }) => body.includes(scheduled.body.subscriptionID)));
    expect((await client.send('DELETE', path)).status).to.equal(204);
    expect((await client.send('GET', path)).status).to.equal(404);
  });

  it('E18 delivers each event signed, again after a failure, and moves on only when it was taken', async () => {
    const signatureToken = 'a token of the subscriber';
    const { body } = await subscribe('shipments', { stream: true, signatureToken });
    const path = `/queries/shipments/subscriptions/${body.subscriptionID}`;
    const standing = async () => (await client.send<{ failures: number; minRecordTime: string }>('GET', path)).body;
    const before = (await standing()).minRecordTime;
    answer = 503;
    const event = anEvent();
    await client.capture(documentOf([event]));
    await eventually(async () => (await standing()).failures > 0);
    expect((await standing()).minRecordTime).to.equal(before);
    answer = 200;
    await eventually(async () => deliveredIds().includes(event.eventID));
    const delivery = deliveries.find((each) => each.body.includes(String(event.eventID)));
    const signature = createHmac('sha256', signatureToken)
      .update(delivery?.body ?? '')
      .digest('hex');
    expect(delivery?.headers['gs1-signature']).to.equal(`sha256=${signature}`);
    await eventually(async () => (await standing()).failures === 0);
    expect((await standing()).minRecordTime > before).to.equal(true);
    expect(JSON.stringify(await standing())).to.not.include(signatureToken);
    const next = anEvent();
    await client.capture(documentOf([next, anEvent({ bizStep: 'packing' })]));
    await eventually(async () => deliveredIds().includes(next.eventID));
    expect(deliveredIds().filter((id) => id === event.eventID)).to.have.length(1);
  });

  it('E18 keeps what an address may carry to itself', async () => {
    const secretive = await subscribe('shipments', { stream: true, dest: `${dest}?key=4711` });
    const path = `/queries/shipments/subscriptions/${secretive.body.subscriptionID}`;
    for (const asked of [path, '/queries/shipments/subscriptions'])
      expect(JSON.stringify((await client.send('GET', asked)).body))
        .to.include(new URL(dest).origin)
        .and.not.include('4711');
    const event = anEvent();
    await client.capture(documentOf([event]));
    await eventually(async () => addresses.includes('/events?key=4711'));
    expect((await client.send('DELETE', path)).status).to.equal(204);
  });

  it('E18 goes on with all others when one subscription cannot be served', async () => {
    await keep('broken', { EQ_bizStep: ['shipping'] });
    const broken = await subscribe('broken', { stream: true });
    const { connection } = test.platform.context;
    await connection.collection('event_queries').updateOne({ name: 'broken' }, { $set: { parameters: 'no JSON' } });
    const event = anEvent();
    await client.capture(documentOf([event]));
    await eventually(async () => deliveredIds().includes(event.eventID));
    const path = `/queries/broken/subscriptions/${broken.body.subscriptionID}`;
    await eventually(async () => (await client.send<{ failures: number }>('GET', path)).body.failures > 0);
    const next = anEvent();
    await client.capture(documentOf([next]));
    await eventually(async () => deliveredIds().includes(next.eventID));
  });

  it('E18 sends to no private network that is not allowed', async () => {
    for (const address of [
      'http://10.0.0.1/',
      'https://10.0.0.1/',
      'https://[::ffff:10.0.0.1]/',
      'http://example.com/',
      'ftp://example.com/',
      'https://user:word@example.com/',
    ]) {
      const refused = await subscribe('shipments', { stream: true, dest: address });
      expect(refused.status, address).to.equal(400);
      expect(refused.body.type).to.equal('epcisException:ValidationException');
    }
  });

  it('E19 says that it offers no WebSocket', async () => {
    const refused = await client.send('GET', '/queries/shipments/events?stream=true');
    expect(refused.status).to.equal(501);
    expect(refused.body.type).to.equal('epcisException:ImplementationException');
  });
});

describe('EPCIS work that a stop interrupts', function () {
  this.timeout(120_000);
  let shared: TemporaryDatabase;
  let test: TestPlatform;
  let subscriber: Server;
  let dest: string;
  const delivered: string[] = [];
  let answer = 503;

  const start = async () => {
    const { dataDirectory, mongodbUri } = shared;
    const settings = { dataDirectory, ...(mongodbUri && { mongodbUri }), outboundAllowed: ['127.0.0.1'] };
    test = await startTestPlatform(undefined, settings);
    return new EpcisClient(test.url, test.admin);
  };
  before(async () => {
    shared = await temporaryDatabase();
    subscriber = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        if (answer < 300)
          delivered.push(...eventsOf(JSON.parse(body) as GivenDocument).map(({ eventID }) => String(eventID)));
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>((resolve) => subscriber.listen(0, '127.0.0.1', resolve));
    dest = `http://127.0.0.1:${(subscriber.address() as AddressInfo).port}/events`;
  });
  after(async () => {
    await test.stop();
    await shared.remove();
    subscriber.close();
  });

  it('E18 is gone on with after a restart: each event is delivered, none is lost', async () => {
    let client = await start();
    await client.send('POST', '/queries', { body: { name: 'all', query: { EQ_bizStep: ['shipping'] } } });
    const { body } = await client.send('POST', '/queries/all/subscriptions', { body: { dest, stream: true } });
    const path = `/queries/all/subscriptions/${body.subscriptionID}`;
    const before = anEvent();
    await client.capture(documentOf([before]));
    await eventually(async () => (await client.send<{ failures: number }>('GET', path)).body.failures > 0);
    await test.stop();
    client = await start();
    answer = 200;
    const after = anEvent();
    await client.capture(documentOf([after]));
    await eventually(async () => delivered.length >= 2);
    expect(delivered).to.have.members([before.eventID, after.eventID]);
  });

  it('E5 is gone on with when nobody works on a capture any more', async () => {
    const client = new EpcisClient(test.url, test.admin);
    const jobs = test.platform.context.connection.collection('capture_jobs');
    for (const behaviour of ['rollback', 'proceed']) {
      const [first, second] = [anEvent(), anEvent()];
      const { captureID } = await client.capture(documentOf([first]), { 'GS1-Capture-Error-Behaviour': behaviour });
      // As an instance leaves it that ends before the second event.
      const document = JSON.stringify(documentOf([first, second]));
      await jobs.updateOne(
        { _id: new Types.ObjectId(captureID) },
        { $set: { running: true, document, next: 1 }, $unset: { finishedAt: 1 } },
      );
      const path = `/capture/${captureID}`;
      await eventually(async () => !(await client.send<{ running: boolean }>('GET', path)).body.running);
      expect((await client.send('GET', path)).body).to.include({ success: true });
      for (const { eventID } of [first, second])
        expect(await client.events(`EQ_eventID=${eventID}`), behaviour).to.have.length(1);
    }
  });
});
