import type { z } from 'zod';
import type { Caller } from '../../identity/caller.ts';
import type { Permission } from '../../identity/permissions.ts';
import { holds, mayDo, noRight } from '../../identity/rights/ability.ts';
import { channelSteps, deliverySteps, verbsOf } from './lifecycle.ts';
import type { ChannelRecord, DeliveryRecord } from './model.ts';
import type { channelSchema, deliverySchema } from './schema.ts';

export type ChannelView = z.infer<typeof channelSchema>;
export type DeliveryView = z.infer<typeof deliverySchema>;

const elsewhere = { zh: '不在您的辖区内', en: 'It lies outside of your division' };

const against = (caller: Caller, record: object) => (permission: Permission) => {
  if (!holds(caller, permission)) return noRight;
  return mayDo(caller, permission, record) ? null : elsewhere;
};

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
    ...verbsOf(channelSteps, state, against(caller, channel)),
  };
}

export function deliveryView(delivery: DeliveryRecord, caller: Caller): DeliveryView {
  const { _id, channelId, channelName, channelKind, event, warningId, divisionCode, state, inDigestOf } = delivery;
  return {
    id: _id.toHexString(),
    channelId: channelId.toHexString(),
    channelName,
    channelKind,
    event,
    ...(warningId && { warningId: warningId.toHexString() }),
    divisionCode,
    state,
    ...(inDigestOf !== undefined && { inDigestOf }),
    attempts: delivery.attempts.map(({ at, sent, reason }) => ({
      at: at.toISOString(),
      sent,
      ...(reason !== undefined && { reason }),
    })),
    ...(state === 'waiting' && { nextAttemptAt: delivery.nextAttemptAt.toISOString() }),
    createdAt: delivery.createdAt.toISOString(),
    ...verbsOf(deliverySteps, state, against(caller, delivery)),
  };
}
