import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';

export const channelStates = ['active', 'disabled'] as const;
export type ChannelState = (typeof channelStates)[number];

export const deliveryStates = ['waiting', 'sent', 'failed'] as const;
/** waiting → sent, or after the last attempt failed; a person may have what failed tried anew. */
export type DeliveryState = (typeof deliveryStates)[number];

export interface Step<State> {
  from: State;
  to: State;
  permission: Permission;
  /** Why it is refused in another state. */
  otherwise: Bilingual;
}

export const channelSteps = {
  disable: {
    from: 'active',
    to: 'disabled',
    permission: 'warning-channels:disable',
    otherwise: { zh: '渠道已停用', en: 'The channel is disabled already' },
  },
  enable: {
    from: 'disabled',
    to: 'active',
    permission: 'warning-channels:enable',
    otherwise: { zh: '渠道已启用', en: 'The channel is enabled already' },
  },
  test: {
    from: 'active',
    to: 'active',
    permission: 'warning-channels:test',
    otherwise: { zh: '渠道已停用，请先启用', en: 'The channel is disabled: enable it first' },
  },
} as const satisfies Record<string, Step<ChannelState>>;

export const deliverySteps = {
  retry: {
    from: 'failed',
    to: 'waiting',
    permission: 'warning-deliveries:retry',
    otherwise: { zh: '只有发送失败的才能重发', en: 'Only what failed can be sent again' },
  },
} as const satisfies Record<string, Step<DeliveryState>>;

export type ChannelVerb = keyof typeof channelSteps;
