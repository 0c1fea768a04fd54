import { createHmac } from 'node:crypto';
import { kinds } from '../kinds.ts';
import { type Form, jsonHeaders, markdown, robotOutcome } from './form.ts';

/** 钉钉自定义机器人, with its signature in the address. Source: open.dingtalk.com, custom robots, security settings. */
export const dingtalk: Form = {
  request({ message, to, at }) {
    const address = new URL(to.address);
    if (to.secret !== undefined) {
      address.searchParams.set('timestamp', String(at.getTime()));
      address.searchParams.set('sign', dingtalkSignature(to.secret, at.getTime()));
    }
    const text = markdown(message, kinds.dingtalk.bytes);
    return {
      address: address.href,
      headers: jsonHeaders,
      body: JSON.stringify({ msgtype: 'markdown', markdown: { title: message.title, text }, at: { isAtAll: false } }),
    };
  },
  // 310000: keyword, signature or address were refused; 300001: the token is none.
  outcome: (answer) => robotOutcome(answer, { field: 'errcode', busy: [130101, 410100], forGood: [310000, 300001] }),
};

/** @param timestamp milliseconds; the other side takes it for an hour */
export function dingtalkSignature(secret: string, timestamp: number): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}
