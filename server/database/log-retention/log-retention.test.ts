import { expect } from 'chai';
import fc from 'fast-check';
import { pino } from 'pino';
import { createEventBus } from '../../events.ts';
import { createServices } from '../../services.ts';
import { changeEntries } from '../change-log/entry.ts';
import { unscoped } from '../guard.ts';
import { prepareCollections } from '../prepare.ts';
import { openTemporaryDatabase } from '../testing-support/open-database.ts';
import { logLifetime, shortestLogRetention } from './log-retention.ts';

/** Every collection that is a log in the sense of the law. */
const logs = ['audit-log', 'audit-tree', 'audit-head', 'audit-checkpoints', 'security-events'];

describe('retention of logs', () => {
  it('is never shorter than the longest half of a year', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: false }), (days) => {
        if (days >= 184) expect(logLifetime(days)).to.equal(days * 86_400);
        else expect(() => logLifetime(days)).to.throw(RangeError, '网络安全法');
      }),
    );
    expect(shortestLogRetention.days).to.be.at.least(184);
  });

  it('is what the database itself keeps to: no index removes a line earlier, and no query deletes entries', async () => {
    const database = await openTemporaryDatabase();
    try {
      const { connection, dataDirectory } = database;
      const log = pino({ level: 'silent' });
      const context = { connection, bus: createEventBus(), clock: () => new Date(), log };
      createServices(context, { traceUrl: (code) => code, dataDirectory });
      await prepareCollections(connection);
      for (const name of logs)
        for (const { expireAfterSeconds } of await connection.collection(name).indexes())
          if (expireAfterSeconds !== undefined)
            expect(expireAfterSeconds, name).to.be.at.least(shortestLogRetention.days * 86_400);
      const events = await connection.collection('security-events').indexes();
      expect(events.filter(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)).to.have.length(1);
      const outcome = await Promise.resolve(changeEntries(connection).deleteMany({}, unscoped('a test'))).then(
        () => 'deleted',
        (error: Error) => error.message,
      );
      expect(outcome).to.equal('entries of the audit log are never altered or deleted');
    } finally {
      await database.close();
    }
  });
});
