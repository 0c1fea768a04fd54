import { createHmac } from 'node:crypto';
import type { OutboundAnswer, OutboundMessage } from './outbound.ts';
import type { Outcome } from './outcome.ts';

/** What a secret looks like: `whsec_` and 24 to 64 bytes in base64. */
export const webhookSecret = /^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

interface Notice {
  /** The same in each attempt. */
  id: string;
  at: Date;
  address: string;
  secret?: string | undefined;
  payload: { type: string; timestamp: string; data: object };
}

/** A notice to a system in the form of Standard Webhooks 1.0.0 (github.com/standard-webhooks/standard-webhooks). */
export function standardWebhook({ id, at, address, secret, payload }: Notice): OutboundMessage {
  const timestamp = Math.floor(at.getTime() / 1000);
  const body = JSON.stringify(payload);
  return {
    address,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      ...(secret !== undefined && { 'webhook-signature': signature(secret, `${id}.${timestamp}.${body}`) }),
    },
    body,
  };
}

/** Any 2xx is a yes. 404 and 410: whoever listened there wants nothing more. */
export function webhookOutcome({ status, retryAfter }: OutboundAnswer): Outcome {
  if (status >= 200 && status < 300) return { sent: true, status };
  return {
    sent: false,
    status,
    reason: `HTTP ${status}`,
    again: status !== 410 && status !== 404,
    ...(retryAfter !== undefined && { waitSeconds: retryAfter }),
  };
}

function signature(secret: string, signed: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}
