import { expect } from 'chai';
import { anEvent, documentOf, EpcisClient, eventsOf, type GivenEvent, publishedExamples } from '../support/epcis.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

describe('EPCIS capture', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let client: EpcisClient;

  before(async () => {
    test = await startTestPlatform();
    client = new EpcisClient(test.url, test.admin);
  });
  after(() => test.stop());

  const asSent = ({ recordTime: _, ...event }: GivenEvent) => event;

  it('E1 takes every example that GS1 publishes, and gives each event back as it was sent', async () => {
    let compared = 0;
    for (const [file, document] of publishedExamples()) {
      const job = await client.capture(document);
      expect(job, `${file}: ${JSON.stringify(job.errors)}`).to.include({ success: true, running: false });
      for (const event of eventsOf(document)) {
        if (event.eventID === undefined) continue;
        const found = await client.events(`/events/${encodeURIComponent(event.eventID)}`);
        expect(found.map(asSent), `${file} ${event.eventID}`).to.deep.include(asSent(event));
        compared += 1;
      }
    }
    expect(compared).to.be.greaterThan(25);
  });

  it('E2 stores none of three events with a bad one, or the good ones when asked to proceed', async () => {
    const three = () => [anEvent(), anEvent({ eventTimeZoneOffset: 'Z' }), anEvent()];
    const first = three();
    const rolledBack = await client.capture(documentOf(first));
    expect(rolledBack).to.include({ success: false, running: false, captureErrorBehaviour: 'rollback' });
    expect(rolledBack.errors).to.have.length(1);
    expect(rolledBack.errors[0]).to.include({ type: 'epcisException:ValidationException', index: 1 });
    expect(rolledBack.errors[0]?.errors[0]?.pointer).to.equal('/epcisBody/eventList/1/eventTimeZoneOffset');
    expect(await client.events(`EQ_eventID=${first.map(({ eventID }) => eventID).join('|')}`)).to.deep.equal([]);
    const second = three();
    const proceeded = await client.capture(documentOf(second), { 'GS1-Capture-Error-Behaviour': 'proceed' });
    expect(proceeded).to.include({ success: false, running: false, captureErrorBehaviour: 'proceed' });
    expect(proceeded.errors.map(({ index }) => index)).to.deep.equal([1]);
    const stored = await client.events(`EQ_eventID=${second.map(({ eventID }) => eventID).join('|')}`);
    expect(stored.map(({ eventID }) => eventID)).to.have.members([second[0]?.eventID, second[2]?.eventID]);
  });

  it('E3 gives an event without an id one that stays, however often it is sent', async () => {
    const { eventID: _, ...event } = anEvent({ bizStep: 'packing' });
    const [epc] = event.epcList as string[];
    for (const time of [1, 2])
      expect(await client.capture(documentOf([event])), String(time)).to.include({ success: true });
    const found = await client.events(`MATCH_epc=${epc}`);
    expect(found).to.have.length(1);
    expect(found[0]?.eventID).to.match(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/);
    expect(await client.events(`/events/${encodeURIComponent(String(found[0]?.eventID))}`)).to.have.length(1);
  });

  it('E4 takes an error declaration beside its event, a repeat as the same, and another content as a conflict', async () => {
    const event = anEvent();
    const declared = {
      ...event,
      errorDeclaration: { declarationTime: '2026-05-02T08:00:00Z', reason: 'did_not_occur' },
    };
    expect(await client.capture(documentOf([event]))).to.include({ success: true });
    expect(await client.capture(documentOf([event]))).to.include({ success: true });
    expect(await client.capture(documentOf([declared]))).to.include({ success: true });
    const both = await client.events(`/events/${encodeURIComponent(String(event.eventID))}`);
    expect(both.map((each) => each.errorDeclaration !== undefined)).to.deep.equal([false, true]);
    const other = { ...event, bizStep: 'receiving' };
    const refused = await client.capture(documentOf([other]));
    expect(refused).to.include({ success: false });
    expect(refused.errors[0]?.type).to.equal('epcisException:ResourceAlreadyExistsException');
    expect(refused.errors[0]?.detail).to.match(/by capture [0-9a-f]{24}/);
    const context = documentOf([])['@context'];
    const direct = await client.send('POST', '/events', { body: { ...other, '@context': context } });
    expect(direct.status).to.equal(409);
    const early = anEvent({ errorDeclaration: { declarationTime: '2026-05-02T08:00:00Z' } });
    expect(await client.capture(documentOf([early])), 'of an event that is not known').to.include({ success: true });
  });

  it('E4 takes what a query gave of an event as the same, whichever form its identifiers have', async () => {
    const event = anEvent();
    await client.capture(documentOf([event]));
    const { body } = await client.send('GET', `/events/${encodeURIComponent(String(event.eventID))}`);
    expect(JSON.stringify(body)).to.include('https://id.gs1.org/01/');
    const job = await client.capture(body);
    expect(job, JSON.stringify(job.errors)).to.include({ success: true });
    const found = await client.events(`EQ_eventID=${event.eventID}`, { 'GS1-EPC-Format': 'Never_Translates' });
    expect(found.map(({ epcList }) => epcList)).to.deep.equal([event.epcList]);
  });

  it('H2 stores an event whose hash id is not the one computed here, and says so', async () => {
    const eventID = `ni:///sha-256;${'0'.repeat(64)}?ver=CBV2.0`;
    expect(await client.capture(documentOf([anEvent({ eventID })]))).to.include({ success: true });
    const events = await test.admin.list<{ eventId: string; computedEventId?: string }>('/api/v1/events?limit=5');
    const stored = events.find(({ eventId }) => eventId === eventID);
    expect(stored?.computedEventId).to.match(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/);
    expect(stored?.computedEventId).to.not.equal(eventID);
  });

  it('H2 keeps two events apart that bear the same hash id, each however often it is sent', async () => {
    const eventID = `ni:///sha-256;${'1'.repeat(64)}?ver=CBV2.0`;
    const [one, other] = [anEvent({ eventID }), anEvent({ eventID })];
    for (const event of [one, other, one, other])
      expect(await client.capture(documentOf([event]))).to.include({ success: true });
    const found = await client.events(`/events/${encodeURIComponent(eventID)}`);
    expect(found.map(({ epcList }) => epcList)).to.deep.equal([one.epcList, other.epcList]);
  });

  it('E6 says its limits, and refuses what is above them', async () => {
    const options = await client.send('OPTIONS', '/capture');
    expect(options.status).to.equal(204);
    const limits = (headers: Headers) =>
      ['gs1-epcis-capture-limit', 'gs1-epcis-capture-file-size-limit'].map((name) => Number(headers.get(name)));
    const [events = 0, bytes = 0] = limits(options.headers);
    expect(events).to.be.greaterThan(0);
    const tooMany = documentOf(Array.from({ length: events + 1 }, () => anEvent({ epcList: ['urn:x:1'] })));
    const tooLong = documentOf([anEvent({ 'ex:a': 'a'.repeat(bytes) })], { ex: 'https://example.com/' });
    for (const document of [tooMany, tooLong]) {
      const refused = await client.send('POST', '/capture', { body: document });
      expect(refused.status).to.equal(413);
      expect(refused.body.type).to.equal('epcisException:CaptureLimitExceededException');
      expect(limits(refused.headers)).to.deep.equal([events, bytes]);
    }
  });

  it('E6b takes events of a type of others, and prefixes that a term definition declares', async () => {
    const context = [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { ex: { '@id': 'https://example.org/vocabulary/', '@prefix': true } },
    ];
    const event = anEvent({ type: 'ex:Weighing', 'ex:scale': 'S-7' });
    const job = await client.capture({ ...documentOf([event]), '@context': context });
    expect(job, JSON.stringify(job.errors)).to.include({ success: true });
    const found = await client.events('EQ_https://example.org/vocabulary/%23scale=S-7');
    expect(found.map(({ eventID }) => eventID)).to.deep.equal([event.eventID]);
  });

  it('E6b sends a document away where one event is taken, and methods that a resource does not know', async () => {
    const { status, body } = await client.send('POST', '/events', { body: documentOf([anEvent()]) });
    expect(status).to.equal(400);
    expect(body).to.deep.include({ type: 'epcisException:ValidationException' });
    const put = await client.send('PUT', '/events', { body: anEvent() });
    expect(put.status).to.equal(405);
    expect(put.headers.get('allow')).to.equal('GET, POST, HEAD, OPTIONS');
    const job = await client.send('GET', '/capture/none');
    expect([job.status, job.body.type]).to.deep.equal([404, 'epcisException:NoSuchNameException']);
    const query = await client.send('GET', '/events?GE_eventTime=2016-12-31T23:59:60Z');
    expect([query.status, query.body.type]).to.deep.equal([400, 'epcisException:QueryParameterException']);
  });

  it('E6b judges by itself what the schema leaves out', async () => {
    const wrong: [string, unknown][] = [
      ['/epcisBody/eventList/0/ex:field', documentOf([anEvent({ 'ex:field': 'undeclared' })])],
      ['/epcisBody/eventList/0', documentOf([anEvent({ epcList: [] })])],
      [
        '/epcisBody/eventList/0/quantityList/0/quantity',
        documentOf([anEvent({ quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.A', quantity: -1 }] })]),
      ],
      ['/epcisBody/eventList/0/bizStep', documentOf([anEvent({ bizStep: 'urn:epcglobal:cbv:bizstep:shipping' })])],
      ['/epcisBody/eventList/0/eventTime', documentOf([anEvent({ eventTime: '2026-05-01T08:00:00' })])],
      ['/epcisBody/eventList/0/eventTime', documentOf([anEvent({ eventTime: '2016-12-31T23:59:60Z' })])],
      ['/epcisBody/eventList/0/epcList', documentOf([anEvent({ type: 'urn:x:Weighing', epcList: { not: 'a list' } })])],
    ];
    for (const [pointer, document] of wrong) {
      const job = await client.capture(document);
      expect(job, pointer).to.include({ success: false });
      expect(
        job.errors[0]?.errors.map((fault) => fault.pointer),
        JSON.stringify(job.errors),
      ).to.include(pointer);
    }
    const documents: [string, unknown][] = [
      ['/schemaVersion', { ...documentOf([anEvent()]), schemaVersion: '9' }],
      ['/epcisBody/eventList', documentOf([])],
      ['/type', { ...documentOf([anEvent()]), type: 'Document' }],
    ];
    for (const [pointer, document] of documents) {
      const { status, body } = await client.send<{ type: string; errors: { pointer: string }[] }>('POST', '/capture', {
        body: document,
      });
      expect(status, pointer).to.equal(400);
      expect(body.type).to.equal('epcisException:ValidationException');
      expect(body.errors.map((fault) => fault.pointer)).to.include(pointer);
    }
    for (const taken of ['https://ref.gs1.org/cbv/BizStep-shipping', 'https://example.com/steps/own'])
      expect(await client.capture(documentOf([anEvent({ bizStep: taken })])), taken).to.include({ success: true });
  });

  it('E7 answers what it cannot take or give by the standard’s types', async () => {
    const document = JSON.stringify(documentOf([anEvent()]));
    const text = await client.send('POST', '/capture', { body: document, headers: { 'content-type': 'text/plain' } });
    expect(text).to.have.property('status', 415);
    expect(text.body.type).to.equal('epcisException:UnsupportedMediaTypeException');
    const unmet: Record<string, string>[] = [
      { accept: 'text/html' },
      { 'GS1-EPCIS-Min': '3.0' },
      { 'GS1-CBV-Max': '1.2' },
    ];
    for (const headers of unmet) {
      const refused = await client.send('GET', '/events', { headers });
      expect(refused.status, JSON.stringify(headers)).to.equal(406);
      expect(refused.body.type).to.equal('epcisException:NotAcceptableException');
      expect(refused.headers.get('content-type')).to.match(/^application\/problem\+json/);
    }
    const linked = await client.send('POST', '/capture', {
      body: document,
      headers: { 'content-type': 'application/ld+json' },
    });
    expect(linked.status).to.equal(202);
    for (const accept of ['application/json', 'application/ld+json']) {
      const answered = await client.send('GET', '/events', { headers: { accept } });
      expect(answered.headers.get('content-type')).to.match(new RegExp(`^${accept.replace('+', '\\+')}(;|$)`));
    }
    for (const accept of [
      'application/ld+json;profile="https://www.w3.org/ns/json-ld#compacted"',
      'text/html, application/ld+json; profile="a,b;q=0"; q=0.5',
      'application/ld+json;charset=utf-8;q=0.9',
    ]) {
      const answered = await client.send('GET', '/events', { headers: { accept } });
      expect([answered.status, answered.headers.get('content-type')?.split(';')[0]], accept).to.deep.equal([
        200,
        'application/ld+json',
      ]);
    }
    const forgotten = await client.send('DELETE', '/nextPageToken/some');
    expect([forgotten.status, forgotten.body.type]).to.deep.equal([501, 'epcisException:ImplementationException']);
    const nobody = new EpcisClient(test.url, { token: '' });
    const unknown = await nobody.send('GET', '/events');
    expect(unknown).to.have.property('status', 401);
    expect(unknown.body.type).to.equal('epcisException:SecurityException');
  });
});
