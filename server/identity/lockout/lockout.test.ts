import { expect } from 'chai';
import fc from 'fast-check';
import { pino } from 'pino';
import { type TemporaryDirectory, temporaryDirectory } from '../../../test/support/temporary-directory.ts';
import type { Context } from '../../context.ts';
import { type Database, openDatabase } from '../../database/connection.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { temporaryDatabaseUri } from '../../database/testing-support/temporary-database.ts';
import { createEventBus } from '../../events.ts';
import { limits } from '../limits.ts';
import { identityModels } from '../model.ts';
import { createKnownOrigins } from './known-origins.ts';
import { createLockout, type Lockout } from './lockout.ts';
import { delayAfter } from './rules.ts';

const { account, address } = limits.lockout;

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
    lockout = createLockout(context, models, createKnownOrigins(context, models));
  });
  after(async () => {
    await database.close();
    await directory.remove();
  });

  it('at many names from one address make that address wait, and no other', async () => {
    for (let guess = 0; guess < address.free; guess += 1)
      expect(await lockout.failed(`name${guess}`, { address: '10.0.0.1' })).to.equal(0);
    expect(await lockout.failed('another', { address: '10.0.0.1' })).to.equal(address.firstSeconds * 1000);
    expect(await lockout.wait('never-tried', { address: '10.0.0.1' })).to.equal(address.firstSeconds * 1000);
    expect(await lockout.wait('never-tried', { address: '10.0.0.2' })).to.equal(0);
    await lockout.clear('another');
    expect(
      await lockout.wait('another', { address: '10.0.0.1' }),
      'a success clears the account alone',
    ).to.be.greaterThan(0);
    now += address.forgottenHours * 3_600_000;
    expect(await lockout.failed('another', { address: '10.0.0.1' })).to.equal(0);
  });

  it('at one name are counted whatever the address and the case, and all of those made at once', async () => {
    await Promise.all(
      [...Array(7).keys()].map((index) =>
        lockout.failed(index % 2 ? 'officer1' : 'Officer1', { address: `10.0.1.${index}` }),
      ),
    );
    expect(await lockout.wait('OFFICER1', { address: '10.0.2.1' })).to.equal(4_000);
    await lockout.clear('officer1');
    expect(await lockout.wait('officer1', { address: '10.0.2.1' })).to.equal(0);
  });

  it('of strangers, however many, keep nobody waiting who comes from a known place', async () => {
    const device = await lockout.succeeded('farmer', { address: '10.1.0.1' });
    for (let guess = 0; guess < 20; guess += 1) await lockout.failed('farmer', { address: `10.2.0.${guess}` });
    expect(await lockout.wait('farmer', { address: '10.2.1.1' })).to.equal(account.longestSeconds * 1000);
    expect(await lockout.wait('farmer', { address: '10.1.0.1' }), 'the address').to.equal(0);
    expect(await lockout.wait('farmer', { address: '10.2.1.1', deviceSecret: device }), 'the device').to.equal(0);
    expect(await lockout.wait('other', { address: '10.1.0.1', deviceSecret: device }), 'another account').to.equal(0);
    await lockout.succeeded('farmer', { address: '10.2.1.1', deviceSecret: device });
    expect(await lockout.wait('farmer', { address: '10.2.1.2' }), "one's own success").to.be.greaterThan(0);
    await lockout.clear('farmer');
    expect(await lockout.wait('farmer', { address: '10.2.1.2' }), 'an administrator').to.equal(0);
  });

  it('on a known device make it wait as well, and that one alone', async () => {
    const device = await lockout.succeeded('grower', { address: '10.3.0.1' });
    const thief = { address: '10.3.0.2', deviceSecret: device };
    for (let guess = 0; guess < 7; guess += 1) await lockout.failed('grower', thief);
    expect(await lockout.wait('grower', thief)).to.equal(4_000);
    expect(await lockout.wait('grower', { address: '10.3.0.1' })).to.equal(0);
    expect(await lockout.wait('grower', { address: '10.3.0.3' })).to.equal(0);
  });

  it('count a device as known while it is one that this platform has made known, and no longer', async () => {
    const planted = 'x'.repeat(43);
    const first = await lockout.succeeded('packer', { address: '10.4.0.1', deviceSecret: planted });
    expect(first).to.not.equal(planted);
    expect(await lockout.succeeded('driver', { deviceSecret: first }), 'shared by two people').to.equal(first);
    const blocked = async (deviceSecret: string) => {
      for (let guess = 0; guess < 6; guess += 1) await lockout.failed('packer', {});
      return (await lockout.wait('packer', { deviceSecret })) > 0;
    };
    expect([await blocked(planted), await blocked(first)]).to.deep.equal([true, false]);
    await lockout.forgetOrigins('packer');
    expect(await blocked(first), 'after the password has changed').to.equal(true);
    now += limits.lockout.knownDays * 86_400_000;
    const late = await lockout.succeeded('driver', { deviceSecret: first });
    expect(late, 'after a long time').to.not.equal(first);
  });

  it('are counted for each known place and for all strangers together, in whatever order they come', async () => {
    const places = ['strangers', 'address', 'device'] as const;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...places), { maxLength: 24 }), async (attempts) => {
        const name = `model-${++run}`;
        const known = `10.9.${run}.1`;
        const device = await lockout.succeeded(name, { address: known });
        const origins = (index: number) => ({
          strangers: { address: `10.9.${run}.${index + 2}` },
          address: { address: known },
          device: { address: `10.9.${run}.200`, deviceSecret: device },
        });
        const failures = { strangers: 0, address: 0, device: 0 };
        for (const [index, place] of attempts.entries()) {
          failures[place] += 1;
          await lockout.failed(name, origins(index)[place]);
        }
        for (const place of places)
          expect(await lockout.wait(name, origins(250)[place]), place).to.equal(delayAfter(failures[place], account));
      }),
      { numRuns: 15 },
    );
  });
});
