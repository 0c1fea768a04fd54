import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { Outbound } from '../../outbound/outbound.ts';
import type { Outcome } from '../../outbound/outcome.ts';
import { retryAt } from '../../outbound/retry.ts';
import { inTheClear } from '../../privacy/index.ts';
import { type WarningRecord, warningModels } from '../model.ts';
import type { Mail } from './email.ts';
import { dingtalk } from './forms/dingtalk.ts';
import { feishu } from './forms/feishu.ts';
import type { Form, Sending } from './forms/form.ts';
import { webhook } from './forms/webhook.ts';
import { wecom } from './forms/wecom.ts';
import { type ChannelKind, kinds, retryPolicy } from './kinds.ts';
import type { ChannelRecord, DeliveryModels, DeliveryRecord } from './model.ts';
import type { Publications } from './publications.ts';
import type { RecordAttempt } from './record-attempt.ts';
import { messageOf, type Told } from './rules/message.ts';
import { messagesFor, room } from './rules/pace.ts';
import { toldOfTest, toldOfWarning } from './told.ts';

export interface DispatchDependencies {
  outbound: Pick<Outbound, 'post'>;
  /** Absent: no mail server is set. */
  mail?: Pick<Mail, 'send'> | undefined;
  divisionName(code: string): string;
  /** Where a warning is opened. */
  warningUrl(id: string): string;
}

const forms: Record<Exclude<ChannelKind, 'email'>, Form> = { wecom, dingtalk, feishu, webhook };
const dueAtOnce = 1000;
/** More than any window counts. */
const timesKept = 1000;

const byThePlatform = unscoped('the platform itself tells what it was asked to tell');

/** Sends what waits: at least once, each channel at its own pace, and what fails again later. */
export function createDispatch(
  context: Context,
  models: DeliveryModels,
  deps: DispatchDependencies & { record: RecordAttempt; publications: Publications },
) {
  const { record, publications } = deps;
  const { Channel, Delivery, Pace } = models;
  const { Warning } = warningModels(context.connection);

  const attempt = async (channel: ChannelRecord, sending: Sending): Promise<Outcome> => {
    if (channel.kind === 'email')
      return deps.mail?.send(sending) ?? { sent: false, reason: 'no mail server is set', again: true };
    const form = forms[channel.kind];
    try {
      return form.outcome(await deps.outbound.post(form.request(sending)));
    } catch (error) {
      return { sent: false, reason: (error as Error).message.slice(0, 300), again: true };
    }
  };

  const toldOf = async (channel: ChannelRecord, deliveries: readonly DeliveryRecord[]): Promise<Told[]> => {
    const ids = deliveries.flatMap(({ warningId }) => warningId ?? []);
    const found = await Warning.find({ _id: { $in: ids } }, null, byThePlatform).lean<WarningRecord[]>();
    const warnings = new Map(found.map((warning) => [warning._id.toHexString(), warning]));
    return deliveries.flatMap((delivery) => {
      if (!delivery.warningId) return toldOfTest(channel, delivery, deps);
      const warning = warnings.get(delivery.warningId.toHexString());
      return warning ? toldOfWarning(warning, delivery, deps) : [];
    });
  };

  const postpone = async (waiting: readonly DeliveryRecord[], until: Date): Promise<void> => {
    const ids = waiting.map(({ _id }) => _id);
    const waitingStill = { _id: { $in: ids }, state: 'waiting' as const, nextAttemptAt: { $lt: until } };
    await Delivery.updateMany(waitingStill, { $set: { nextAttemptAt: until } }).setOptions(byThePlatform);
  };

  const send = async (
    channel: ChannelRecord,
    together: readonly [DeliveryRecord, ...DeliveryRecord[]],
    goesOn: () => boolean,
  ): Promise<Outcome> => {
    const at = context.clock();
    await Pace.updateOne(
      { _id: channel._id },
      { $push: { sentAt: { $each: [at], $slice: -timesKept } } },
      { upsert: true },
    );
    const told = await toldOf(channel, together);
    const { address, secret } = inTheClear(Channel, channel);
    const outcome: Outcome =
      told.length === 0
        ? { sent: false, reason: 'the warning is not there any more', again: false }
        : await attempt(channel, {
            id: together[0]._id.toHexString(),
            at,
            message: messageOf(told, channel.language),
            told,
            to: { address, secret },
          });
    // Cut off by the end of the process: whether it arrived is unknown, so it is sent again.
    if (outcome.sent || goesOn()) await record(together, context.clock(), outcome);
    return outcome;
  };

  const serve = async (channelId: string, waiting: readonly DeliveryRecord[], goesOn: () => boolean): Promise<void> => {
    const channel = await Channel.findById(channelId, null, byThePlatform).lean<ChannelRecord>();
    if (channel?.state !== 'active') {
      const reason = 'the channel is disabled';
      return record(waiting, context.clock(), { sent: false, reason, again: false });
    }
    const now = context.clock();
    const pace = await Pace.findById(channel._id).lean<{ sentAt: Date[] }>();
    const sentAt = (pace?.sentAt ?? []).map((at) => at.getTime());
    const { messages, nextAt } = room(sentAt, now.getTime(), kinds[channel.kind].rates);
    if (messages === 0) return postpone(waiting, new Date(nextAt));
    for (const together of messagesFor(waiting, messages)) {
      if (!goesOn()) return;
      const outcome = await send(channel, together, goesOn);
      // What keeps one from arriving keeps the others: they wait with it, instead of each for its own timeout.
      if (!outcome.sent && outcome.again) return postpone(waiting, retryAt(1, now, retryPolicy, 0) ?? now);
    }
  };

  return {
    /**
     * Sends all that is due.
     * @param goesOn asked between any two messages
     * @returns when the next delivery is due; `null` when none waits
     */
    async sendDue(goesOn: () => boolean): Promise<Date | null> {
      const waiting = {
        state: 'waiting' as const,
        ...(!publications.possible && { channelKind: { $ne: 'mqtt' as const } }),
      };
      const due = await Delivery.find({ ...waiting, nextAttemptAt: { $lte: context.clock() } }, null, byThePlatform)
        .sort({ nextAttemptAt: 1, _id: 1 })
        .limit(dueAtOnce)
        .lean<DeliveryRecord[]>();
      const channels = new Set(due.flatMap(({ channelId }) => channelId?.toHexString() ?? []));
      await Promise.all([
        publications.publishWaiting(
          due.filter(({ channelKind }) => channelKind === 'mqtt'),
          goesOn,
        ),
        ...[...channels].map((id) =>
          serve(
            id,
            due.filter(({ channelId }) => channelId?.toHexString() === id),
            goesOn,
          ),
        ),
      ]);
      const next = await Delivery.findOne({ ...waiting, nextAttemptAt: { $exists: true } }, null, byThePlatform)
        .sort({ nextAttemptAt: 1 })
        .lean<DeliveryRecord>();
      return next?.nextAttemptAt ?? null;
    },
  };
}

export type Dispatch = ReturnType<typeof createDispatch>;
