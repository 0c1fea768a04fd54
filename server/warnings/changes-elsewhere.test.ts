import { expect } from 'chai';
import { system } from '../database/change-log/actor.ts';
import { inTransaction } from '../database/transaction.ts';
import { createEventBus } from '../events.ts';
import { createChangesElsewhere } from './changes-elsewhere.ts';
import type { WarningsService } from './service.ts';
import { finding, openTestPlatform, people, type TestPlatform } from './testing-support/platform.ts';

describe('warnings of other instances', () => {
  let platform: TestPlatform;
  let elsewhere: WarningsService;
  before(async () => {
    platform = await openTestPlatform();
    elsewhere = platform.newService();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  const raise = (conditionKey: string) =>
    inTransaction(platform.context, system('test'), (work) => elsewhere.raise(work, finding({ conditionKey })));

  it('are told here once for each change, and never those of this instance', async () => {
    const here = { ...platform.context, bus: createEventBus() };
    const following = createChangesElsewhere(here, platform.models);
    const told: string[] = [];
    here.bus.on('warning.changed-elsewhere', ({ warningId }) => told.push(warningId));

    const first = await raise('first');
    platform.pass(1000);
    const second = await raise('second');
    await following.look();
    await following.look();
    expect(told).to.deep.equal([first, second]);

    platform.pass(1000);
    await elsewhere.acknowledge(people.officer1, first);
    platform.pass(1000);
    const own = await raise('own');
    here.bus.emit('warning.changed', { warningId: own, updatedAt: platform.context.clock() });
    await following.look();
    expect(told).to.deep.equal([first, second, first]);

    platform.pass(60_000);
    await elsewhere.acknowledge(people.officer1, own);
    await following.look();
    expect(told).to.deep.equal([first, second, first, own]);
    await following.stop();
  });
});
