import type { RetryPolicy } from '../../outbound/retry.ts';
import channelsData from './data/channels.json' with { type: 'json' };
import type { Rate } from './rules/pace.ts';

export const channelKinds = ['wecom', 'dingtalk', 'feishu', 'email', 'webhook'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** What each kind of channel takes. */
export const kinds: Readonly<Record<ChannelKind, { rates: readonly Rate[]; bytes: number }>> = channelsData.kinds;

export const retryPolicy: RetryPolicy = channelsData.retryAfterSeconds;
