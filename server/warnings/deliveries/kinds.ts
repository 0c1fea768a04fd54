import type { RetryPolicy } from '../../outbound/retry.ts';
import channelsData from './data/channels.json' with { type: 'json' };
import type { Rate } from './rules/pace.ts';

export const channelKinds = ['wecom', 'dingtalk', 'feishu', 'email', 'webhook'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** Every way on which somebody is told: through a channel, by our own broker, or over a stream that a person has open. */
export const deliveryKinds = [...channelKinds, 'mqtt', 'stream'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** What each kind of channel takes. */
export const kinds: Readonly<Record<ChannelKind, { rates: readonly Rate[]; bytes: number }>> = channelsData.kinds;

export const retryPolicy: RetryPolicy = channelsData.retryAfterSeconds;
