import { expect } from 'chai';
import { Types } from 'mongoose';
import { system } from '../../database/change-log/actor.ts';
import { unscoped } from '../../database/guard.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { inTransaction } from '../../database/transaction.ts';
import { openTestPlatform, people, type TestPlatform } from '../testing-support/platform.ts';
import { deliveryModels } from './model.ts';
import { createDeliveriesService, type DeliveriesService } from './service.ts';

describe('publications of warnings', function () {
  this.timeout(30_000);
  let platform: TestPlatform;
  let deliveries: DeliveriesService;
  let brokerTakes: boolean;
  let asked: string[];
  const everything = unscoped('the test looks at what was noted');
  const topics = [{ topic: 'agritrace/v1/warnings/611002', subscribers: 2 }];

  before(async () => {
    platform = await openTestPlatform();
    deliveryModels(platform.context.connection);
    await prepareCollections(platform.context.connection);
  });
  beforeEach(() => {
    asked = [];
    brokerTakes = true;
    deliveries = createDeliveriesService(platform.context, {
      outbound: { post: () => Promise.reject(new Error('nothing is sent')), requireSendable: () => undefined },
      divisionName: (code) => code,
      warningUrl: (id) => id,
      isDivision: () => true,
      chance: () => 0,
    });
  });
  afterEach(() => deliveries.stop());
  after(() => platform.close());

  const publish = async (warningId: string) => {
    asked.push(warningId);
    if (!brokerTakes) throw new Error('the broker has stopped');
    return topics;
  };
  const raise = async (): Promise<string> => {
    const warningId = new Types.ObjectId().toHexString();
    await inTransaction(platform.context, system('test'), async (work) => {
      await deliveries.announce(work, { warningId, event: 'raised', level: 'red', divisionCode: '611002' });
      work.emit('warning.changed', { warningId, updatedAt: platform.context.clock() });
    });
    return warningId;
  };
  const of = async (warningId: string) => {
    const { Delivery } = deliveryModels(platform.context.connection);
    const [only, ...others] = await Delivery.find({ warningId }, null, everything);
    expect(others).to.deep.equal([]);
    return deliveries.getDelivery(people.city, String(only?._id));
  };

  it('are noted once the broker took them, with topics and subscribers, and not made again', async () => {
    deliveries.publishBy(publish);
    const warningId = await raise();
    await deliveries.stop();
    const delivery = await of(warningId);
    expect(delivery).to.deep.include({ channelKind: 'mqtt', event: 'raised', state: 'sent', published: topics });
    expect(delivery.attempts.map(({ sent }) => sent)).to.deep.equal([true]);
    expect(delivery).to.not.have.any.keys('channelId', 'channelName', 'nextAttemptAt');
    platform.pass(3_600_000);
    await deliveries.sendDue(() => true);
    expect(asked).to.deep.equal([warningId]);
  });

  it('are tried again with the reason noted when the broker takes nothing', async () => {
    brokerTakes = false;
    deliveries.publishBy(publish);
    const warningId = await raise();
    await deliveries.stop();
    const waiting = await of(warningId);
    expect(waiting.state).to.equal('waiting');
    const told = {
      reason: 'the broker has stopped',
      text: { zh: 'the broker has stopped', en: 'the broker has stopped' },
    };
    expect(waiting.attempts).to.deep.include.members([
      { at: platform.context.clock().toISOString(), sent: false, ...told },
    ]);
    await deliveries.sendDue(() => true);
    expect(asked).to.have.length(1);
    brokerTakes = true;
    platform.pass(60_000);
    await deliveries.sendDue(() => true);
    expect((await of(warningId)).state).to.equal('sent');
    expect((await of(warningId)).attempts.map(({ sent }) => sent)).to.deep.equal([false, true]);
  });

  it('that a broken-off process did not make are made after the next start', async () => {
    const warningId = await raise();
    platform.pass(60_000);
    await deliveries.sendDue(() => true);
    expect((await of(warningId)).attempts).to.deep.equal([]);
    deliveries.publishBy(publish);
    await deliveries.sendDue(() => true);
    expect(await of(warningId)).to.deep.include({ state: 'sent', published: topics });
  });

  it('end as failed after the last attempt, and are made anew when somebody asks', async () => {
    brokerTakes = false;
    deliveries.publishBy(publish);
    const warningId = await raise();
    for (let hour = 0; hour < 6; hour += 1) {
      await deliveries.sendDue(() => true);
      platform.pass(3 * 3_600_000);
    }
    const failed = await of(warningId);
    expect(failed.state).to.equal('failed');
    brokerTakes = true;
    await deliveries.retry(people.city, failed.id);
    await deliveries.sendDue(() => true);
    expect((await of(warningId)).state).to.equal('sent');
  });
});
