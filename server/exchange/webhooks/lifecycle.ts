import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';

export const webhookStates = ['active', 'disabled'] as const;
export type WebhookState = (typeof webhookStates)[number];

export const deliveryStates = ['waiting', 'sent', 'failed'] as const;

interface Transition {
  verb: 'disable' | 'enable' | 'test' | 'replay';
  from: WebhookState;
  to: WebhookState;
  permission: Permission;
  /** Why it is refused in the other state. */
  otherwise: Bilingual;
}

const disabled: Bilingual = { zh: '已停用，请先启用', en: 'it is disabled: enable it first' };

export const webhookTransitions: readonly Transition[] = [
  {
    verb: 'disable',
    from: 'active',
    to: 'disabled',
    permission: 'webhooks:disable',
    otherwise: { zh: '已经停用', en: 'it is disabled already' },
  },
  {
    verb: 'enable',
    from: 'disabled',
    to: 'active',
    permission: 'webhooks:enable',
    otherwise: { zh: '已经启用', en: 'it is enabled already' },
  },
  { verb: 'test', from: 'active', to: 'active', permission: 'webhooks:test', otherwise: disabled },
  { verb: 'replay', from: 'active', to: 'active', permission: 'webhooks:replay', otherwise: disabled },
];

export type WebhookVerb = Transition['verb'];

export function webhookTransition(verb: WebhookVerb): Transition {
  const found = webhookTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}
