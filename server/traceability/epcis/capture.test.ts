import { expect } from 'chai';
import { pino } from 'pino';
import type { Context } from '../../context.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { type OpenedDatabase, openTemporaryDatabase } from '../../database/testing-support/open-database.ts';
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

describe('a capture of an event that the program cannot store', function () {
  this.timeout(60_000);
  let database: OpenedDatabase;
  let capture: EpcisCapture;
  let asked: string[];

  before(async () => {
    database = await openTemporaryDatabase();
    const log = pino({ level: 'silent' });
    const context: Context = { connection: database.connection, bus: createEventBus(), clock: () => new Date(), log };
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
