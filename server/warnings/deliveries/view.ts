import type { z } from 'zod';
import { decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { holds, mayDo, noRight } from '../../identity/rights/ability.ts';
import { attemptView } from '../../outbound/attempts.ts';
import { channelSteps, deliverySteps, type Step } from './lifecycle.ts';
import type { ChannelRecord, DeliveryRecord } from './model.ts';
import type { channelSchema, deliverySchema } from './schema.ts';

export type ChannelView = z.infer<typeof channelSchema>;
export type DeliveryView = z.infer<typeof deliverySchema>;

const elsewhere = { zh: '不在您的辖区内', en: 'It lies outside of your division' };

function verbsOf<State>(steps: Record<string, Step<State>>, state: State, caller: Caller, record: object) {
  return decideVerbs(
    Object.entries(steps).map(([verb, step]) => ({ verb, ...step })),
    ({ from, permission, otherwise }) => {
      if (!holds(caller, permission)) return noRight;
      if (!mayDo(caller, permission, record)) return elsewhere;
      return state === from ? null : otherwise;
    },
  );
}

export function channelView(channel: ChannelRecord, caller: Caller, divisionName: string): ChannelView {
  const { _id, name, kind, divisionCode, leastLevel, language, reaches, secret, state, createdBy, createdAt } = channel;
  return {
    id: _id.toHexString(),
    name,
    kind,
    divisionCode,
    divisionName,
    leastLevel,
    language,
    reaches,
    signed: secret !== undefined,
    state,
    createdBy,
    createdAt: createdAt.toISOString(),
    ...verbsOf(channelSteps, state, caller, channel),
  };
}

export function deliveryView(delivery: DeliveryRecord, caller: Caller): DeliveryView {
  const { _id, channelId, channelName, channelKind, event, warningId, divisionCode, state, inDigestOf } = delivery;
  const { nextAttemptAt, published, handedTo } = delivery;
  return {
    id: _id.toHexString(),
    ...(channelId && { channelId: channelId.toHexString() }),
    ...(channelName !== undefined && { channelName }),
    channelKind,
    event,
    ...(warningId && { warningId: warningId.toHexString() }),
    divisionCode,
    state,
    ...(inDigestOf !== undefined && { inDigestOf }),
    attempts: delivery.attempts.map(attemptView),
    ...(state === 'waiting' && nextAttemptAt && { nextAttemptAt: nextAttemptAt.toISOString() }),
    ...(published && { published: published.map(({ topic, subscribers }) => ({ topic, subscribers })) }),
    ...(handedTo && { handedTo: handedTo.map(({ username, at }) => ({ username, at: at.toISOString() })) }),
    createdAt: delivery.createdAt.toISOString(),
    ...verbsOf(deliverySteps, state, caller, delivery),
  };
}
