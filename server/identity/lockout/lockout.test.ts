import { expect } from 'chai';
import { pino } from 'pino';
import { type TemporaryDirectory, temporaryDirectory } from '../../../test/support/temporary-directory.ts';
import type { Context } from '../../context.ts';
import { type Database, openDatabase } from '../../database/connection.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { temporaryDatabaseUri } from '../../database/testing-support/temporary-database.ts';
import { createEventBus } from '../../events.ts';
import { limits } from '../limits.ts';
import { identityModels } from '../model.ts';
import { createLockout, type Lockout } from './lockout.ts';

const { address } = limits.lockout;

describe('failed sign-ins', function () {
  this.timeout(30_000);
  let directory: TemporaryDirectory;
  let database: Database;
  let lockout: Lockout;
  let now = Date.parse('2026-11-25T08:00:00Z');

  before(async () => {
    directory = await temporaryDirectory();
    const log = pino({ level: 'silent' });
    database = await openDatabase({ uri: temporaryDatabaseUri(), dataDirectory: directory.path, log });
    const { connection } = database;
    const context: Context = { connection, bus: createEventBus(), clock: () => new Date(now), log };
    const models = identityModels(connection);
    await prepareCollections(connection);
    lockout = createLockout(context, models);
  });
  after(async () => {
    await database.close();
    await directory.remove();
  });

  it('at many names from one address make that address wait, and no other', async () => {
    for (let guess = 0; guess < address.free; guess += 1)
      expect(await lockout.failed(`name${guess}`, '10.0.0.1')).to.equal(0);
    expect(await lockout.failed('another', '10.0.0.1')).to.equal(address.firstSeconds * 1000);
    expect(await lockout.wait('never-tried', '10.0.0.1')).to.equal(address.firstSeconds * 1000);
    expect(await lockout.wait('never-tried', '10.0.0.2')).to.equal(0);
    await lockout.clear('another');
    expect(await lockout.wait('another', '10.0.0.1'), 'a success clears the account alone').to.be.greaterThan(0);
    now += address.forgottenHours * 3_600_000;
    expect(await lockout.failed('another', '10.0.0.1')).to.equal(0);
  });

  it('at one name are counted whatever the address and the case, and all of those made at once', async () => {
    await Promise.all(
      [...Array(7).keys()].map((index) => lockout.failed(index % 2 ? 'officer1' : 'Officer1', `10.0.1.${index}`)),
    );
    expect(await lockout.wait('OFFICER1', '10.0.2.1')).to.equal(4_000);
    await lockout.clear('officer1');
    expect(await lockout.wait('officer1', '10.0.2.1')).to.equal(0);
  });
});
