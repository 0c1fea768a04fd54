import { expect } from 'chai';
import { pino } from 'pino';
import type { Context } from '../../context.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { type OpenedDatabase, openTemporaryDatabase } from '../../database/testing-support/open-database.ts';
import type { Work } from '../../database/transaction.ts';
import { createEventBus } from '../../events.ts';
import type { Caller } from '../../identity/caller.ts';
import { createEpcisCapture, type EpcisCapture } from './capture.ts';

const caller: Caller = { userId: '0'.repeat(24), username: 'city', roles: ['supervisor'], divisionCode: '611000' };
const document = {
  '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-05-01T00:00:00Z',
  epcisBody: {
    eventList: ['good', 'bad', 'good too'].map((name) => ({
      type: 'ObjectEvent',
      eventID: `urn:x:${name.replace(' ', '-')}`,
      eventTime: '2026-05-01T00:00:00Z',
      eventTimeZoneOffset: '+08:00',
      action: 'OBSERVE',
      epcList: ['urn:x:thing'],
    })),
  },
};

const contextOf = (database: OpenedDatabase): Context => ({
  connection: database.connection,
  bus: createEventBus(),
  clock: () => new Date(),
  log: pino({ level: 'silent' }),
});

describe('a capture of an event that the program cannot store', function () {
  this.timeout(60_000);
  let database: OpenedDatabase;
  let capture: EpcisCapture;
  let asked: string[];

  before(async () => {
    database = await openTemporaryDatabase();
    const context = contextOf(database);
    await prepareCollections(database.connection);
    const events = {
      async store(_work: unknown, _caller: unknown, { event }: { event: { eventID: string } }): Promise<never> {
        asked.push(event.eventID);
        if (event.eventID === 'urn:x:bad') throw new TypeError('a fault of the program');
        return undefined as never;
      },
    };
    capture = createEpcisCapture(context, events, { async store() {} });
  });
  after(() => database.close());

  for (const behaviour of ['rollback', 'proceed'] as const)
    it(`ends with the event named (${behaviour})`, async () => {
      asked = [];
      const { _id } = await capture.capture(caller, document, behaviour);
      await capture.stop();
      const job = await capture.getJob(caller, _id.toHexString());
      expect(job).to.include({ running: false, success: false });
      expect(job.faults.map(({ type, index }) => [type, index])).to.deep.equal([
        ['epcisException:ImplementationException', 1],
      ]);
      expect(asked.includes('urn:x:good-too')).to.equal(behaviour === 'proceed');
    });
});

describe('a capture that two instances could work on', function () {
  this.timeout(60_000);
  let database: OpenedDatabase;
  let asked: string[];

  before(async () => {
    database = await openTemporaryDatabase();
    await prepareCollections(database.connection);
  });
  beforeEach(() => {
    asked = [];
  });
  after(() => database.close());

  const times = { leaseMs: 90, pollMs: 10 };
  const leases = () => database.connection.collection<{ _id: string; until: Date }>('leases');
  const renewed = async (): Promise<void> => {
    const until = async () => (await leases().findOne({ _id: /^capture / }))?.until.getTime();
    const before = await until();
    while ((await until()) === before) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  /** Writes as a real one does, and takes as long as somebody needs to say twice that he works on it. */
  const slow = {
    async store({ session }: Work, _caller: unknown, { event }: { event: { eventID: string } }): Promise<never> {
      asked.push(event.eventID);
      await database.connection.collection('capture_jobs').findOne({}, { session });
      await renewed();
      await renewed();
      return undefined as never;
    },
  };
  const masterData = { async store() {} };

  it('E5 ends once, however long its transaction takes', async () => {
    const capture = createEpcisCapture(contextOf(database), slow, masterData, times);
    const { _id } = await capture.capture(caller, document, 'rollback');
    await capture.stop();
    expect(asked).to.deep.equal(['urn:x:good', 'urn:x:bad', 'urn:x:good-too']);
    expect(await capture.getJob(caller, _id.toHexString())).to.include({ running: false, success: true });
  });

  it('E5 is left to the one that works on it, and taken over from one that ended', async () => {
    const [first, second] = ['first', 'second'].map(() =>
      createEpcisCapture(contextOf(database), slow, masterData, times),
    );
    await first?.capture(caller, document, 'rollback');
    second?.start();
    await first?.stop();
    expect(asked).to.have.length(3);
    const jobs = database.connection.collection('capture_jobs');
    const left = { running: true, document: JSON.stringify(document) };
    await jobs.updateOne({ running: false }, { $set: left });
    await second?.stop();
    const third = createEpcisCapture(contextOf(database), slow, masterData, times);
    third.start();
    while ((await jobs.countDocuments({ running: true })) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await third.stop();
    expect(asked).to.have.length(6);
  });
});
