import { createHmac } from 'node:crypto';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { callerOf } from '../../identity/sender.ts';
import { createRounds } from '../../jobs/rounds.ts';
import type { Outbound } from '../../outbound/outbound.ts';
import { inTheClear } from '../../privacy/index.ts';
import type { EventRecord } from '../model.ts';
import type { OwnNames } from '../rules/epcis/own-event.ts';
import { nextMoment } from '../rules/epcis/schedule.ts';
import { epcisModels, type NamedQueryRecord, type SubscriptionRecord } from './model.ts';
import { storedQuery } from './named-queries.ts';
import type { EpcisQuery } from './query.ts';
import { queryDocument } from './view.ts';

const ofThePlatform = unscoped('a subscription asks with the rights of whoever made it');

const roundMs = 1_000;
const afterFailureMs = 5_000;
/** Whoever delivers has that long before another instance may try. */
const claimMs = 120_000;
/** A transaction may commit after a later one: what was recorded that long ago is looked through again. */
const overlapMs = 120_000;
const mostInOne = 200;
const longestWaitMs = 3_600_000;

interface Delivering {
  query: EpcisQuery;
  outbound: Outbound;
  names: OwnNames;
}

/**
 * Sends new events to whoever subscribed, each at least once: what counts as delivered moves on only after the other side has
 * answered with a 2xx, and after a failure it is tried again, later each time up to an hour.
 */
export function createSubscriptions(context: Context, { query, outbound, names }: Delivering) {
  const { NamedQuery, Subscription } = epcisModels(context.connection);

  /** `null` when none is due, or another instance has taken it. */
  const claim = (now: Date) =>
    Subscription.findOneAndUpdate(
      { due: { $lte: now }, deletedAt: { $exists: false } },
      { $set: { due: new Date(now.getTime() + claimMs) } },
      ofThePlatform,
    ).lean<SubscriptionRecord>();

  const settle = (subscription: SubscriptionRecord, changes: Partial<SubscriptionRecord>) =>
    Subscription.updateOne({ _id: subscription._id }, { $set: changes }).setOptions(ofThePlatform);

  const newEvents = async (subscription: SubscriptionRecord): Promise<EventRecord[]> => {
    const found = await NamedQuery.findById(subscription.queryId, null, ofThePlatform).lean<NamedQueryRecord>();
    if (!found) return [];
    const since = new Date(subscription.minRecordTime.getTime() - (subscription.recent.length > 0 ? overlapMs : 0));
    const most = mostInOne + subscription.recent.length;
    const events = await query.recordedSince(callerOf(subscription.sender), storedQuery(found), since, most);
    const delivered = new Set(subscription.recent);
    return events.filter(({ _id }) => !delivered.has(_id.toHexString())).slice(0, mostInOne);
  };

  /** Later each time, up to an hour. */
  const putOff = (subscription: SubscriptionRecord, lastFault: string) => {
    const failures = subscription.failures + 1;
    const wait = Math.min(longestWaitMs, 2 ** Math.min(failures, 12) * 1_000);
    return settle(subscription, { failures, lastFault, due: new Date(context.clock().getTime() + wait) });
  };

  const deliver = async (subscription: SubscriptionRecord): Promise<void> => {
    const now = context.clock();
    const events = await newEvents(subscription);
    const later = events.length === mostInOne ? now : dueAfter(subscription, now);
    const tells = events.length > 0 || (subscription.reportIfEmpty && !subscription.stream);
    if (!tells) return void (await settle(subscription, { due: later }));
    const { dest, signatureToken } = inTheClear(Subscription, subscription);
    const document = queryDocument(events, {
      names,
      format: 'No_Preference',
      now,
      queryName: subscription.queryName,
      subscriptionId: subscription._id.toHexString(),
    });
    const body = JSON.stringify(document);
    const fault = await outbound
      .post({ address: dest, headers: headersOf(signatureToken, body), body })
      .then(({ status }) => (status >= 200 && status < 300 ? undefined : `answered ${status}`))
      .catch((error: unknown) => (error instanceof Error ? error.message : 'not reached'));
    if (fault !== undefined) return void (await putOff(subscription, fault));
    const newest = events.at(-1)?.recordedAt ?? subscription.minRecordTime;
    const minRecordTime = newest > subscription.minRecordTime ? newest : subscription.minRecordTime;
    const kept = events.filter(({ recordedAt }) => recordedAt.getTime() >= minRecordTime.getTime() - overlapMs);
    await settle(subscription, {
      minRecordTime,
      recent: [...subscription.recent, ...kept.map(({ _id }) => _id.toHexString())].slice(-5_000),
      lastNotifiedAt: now,
      failures: 0,
      due: later,
    });
  };

  const deliverAll = async (): Promise<void> => {
    for (let next = await claim(context.clock()); next; next = await claim(context.clock())) {
      const subscription = next;
      await deliver(subscription).catch((error: unknown) => {
        const { _id, queryName } = subscription;
        context.log.error(
          { err: error, subscription: _id, queryName },
          'subscription not served; it waits, others go on',
        );
        return putOff(subscription, 'could not be read');
      });
    }
  };

  const failing = 'subscriptions not served; the next round tries again';
  return createRounds(context, { name: 'event-subscriptions', everyMs: roundMs, afterFailureMs, failing }, deliverAll);
}

function dueAfter({ stream, schedule }: SubscriptionRecord, now: Date): Date {
  const wanted = stream ? undefined : nextMoment(JSON.parse(schedule ?? '{}'), now);
  return wanted ?? new Date(now.getTime() + roundMs);
}

/** `GS1-Signature`: HMAC-SHA-256 of the body with the subscriber's token, in hexadecimal digits. */
function headersOf(signatureToken: string | undefined, body: string): Record<string, string> {
  return {
    'Content-Type': 'application/ld+json',
    'GS1-EPCIS-Version': '2.0.0',
    ...(signatureToken !== undefined && {
      'GS1-Signature': `sha256=${createHmac('sha256', signatureToken).update(body).digest('hex')}`,
    }),
  };
}
