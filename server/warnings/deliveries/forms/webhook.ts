import { createHmac } from 'node:crypto';
import type { Told } from '../rules/message.ts';
import { type Form, jsonHeaders } from './form.ts';

/** What a secret looks like: `whsec_` and 24 to 64 bytes in base64. */
export const webhookSecret = /^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** A system's own address, told in the form of Standard Webhooks 1.0.0 (github.com/standard-webhooks/standard-webhooks). */
export const webhook: Form = {
  request({ id, at, told, to }) {
    const timestamp = Math.floor(at.getTime() / 1000);
    const body = JSON.stringify({
      type: 'warnings',
      timestamp: at.toISOString(),
      data: { warnings: told.map(toldView) },
    });
    return {
      address: to.address,
      headers: {
        ...jsonHeaders,
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        ...(to.secret !== undefined && { 'webhook-signature': signature(to.secret, `${id}.${timestamp}.${body}`) }),
      },
      body,
    };
  },

  // 410: whoever listened there wants nothing more.
  outcome({ status, retryAfter }) {
    if (status >= 200 && status < 300) return { sent: true };
    return {
      sent: false,
      reason: `HTTP ${status}`,
      again: status !== 410 && status !== 404,
      ...(retryAfter !== undefined && { waitSeconds: retryAfter }),
    };
  },
};

function signature(secret: string, signed: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

function toldView({ deliveryId, openedAt, ...told }: Told) {
  return { ...told, delivery: deliveryId, openedAt: openedAt.toISOString() };
}
