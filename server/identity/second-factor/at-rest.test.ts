import { expect } from 'chai';
import { Secret, TOTP } from 'otpauth';
import { pino } from 'pino';
import { type TemporaryDirectory, temporaryDirectory } from '../../../test/support/temporary-directory.ts';
import type { Context } from '../../context.ts';
import { openDatabase } from '../../database/connection.ts';
import { unscoped } from '../../database/guard.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { temporaryDatabaseUri } from '../../database/testing-support/temporary-database.ts';
import { createRecord, inTransaction } from '../../database/transaction.ts';
import { createEventBus } from '../../events.ts';
import { giveDataKeys, openDataKeys } from '../../privacy/index.ts';
import { identityModels, type UserRecord } from '../model.ts';
import { createCodes } from './codes.ts';
import { newOneTimeSecret } from './one-time-password.ts';

describe("a second factor's secret in the database", function () {
  this.timeout(30_000);
  let directory: TemporaryDirectory;

  before(async () => {
    directory = await temporaryDirectory();
  });
  after(() => directory.remove());

  it('is encrypted, and still takes codes', async () => {
    const log = pino({ level: 'silent' });
    const database = await openDatabase({ uri: temporaryDatabaseUri(), dataDirectory: directory.path, log });
    const { connection } = database;
    const now = new Date('2026-11-25T08:00:00Z');
    const context: Context = { connection, bus: createEventBus(), clock: () => now, log };
    giveDataKeys(connection, () => openDataKeys({ dataDirectory: directory.path, log }));
    const { User } = identityModels(connection);
    await prepareCollections(connection);
    const actor = { kind: 'system', id: 'test', name: 'test' } as const;
    const user = await createRecord(
      context,
      actor,
      User,
      {
        username: 'officer1',
        displayName: '执法员',
        passwordHash: '-',
        roles: ['officer'],
        divisionCode: '611002',
        createdAt: now,
      },
      unscoped('a test'),
    );
    const secret = newOneTimeSecret();
    await inTransaction(context, actor, ({ session }) =>
      User.updateOne({ _id: user._id }, { $set: { secondFactorSecret: secret } }, { session, ...unscoped('a test') }),
    );
    const stored = await connection.collection('users').findOne({ username: 'officer1' });
    expect(stored?.secondFactorSecret).to.match(/^sealed:/);
    expect(JSON.stringify(stored)).to.not.include(secret);
    const code = TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now.getTime() });
    const read = (await User.findById(user._id).setOptions(unscoped('a test')).lean<UserRecord>()) as UserRecord;
    expect(await createCodes(context, { User }).take(read, code)).to.equal('one-time-password');
    await database.close();
  });
});
