import { createHmac } from 'node:crypto';
import { kinds } from '../kinds.ts';
import { type Form, jsonHeaders, markdown, robotOutcome } from './form.ts';

/** 飞书自定义机器人, with its signature in the body. Source: open.feishu.cn, add a custom bot. */
export const feishu: Form = {
  request({ message, to, at }) {
    const timestamp = Math.floor(at.getTime() / 1000);
    return {
      address: to.address,
      headers: jsonHeaders,
      body: JSON.stringify({
        ...(to.secret !== undefined && { timestamp: String(timestamp), sign: feishuSignature(to.secret, timestamp) }),
        msg_type: 'interactive',
        card: {
          header: { title: { tag: 'plain_text', content: message.title }, template: message.level },
          elements: [{ tag: 'markdown', content: markdown(message, kinds.feishu.bytes) }],
        },
      }),
    };
  },
  // 19021: signature or time; 19022: address; 19024: keyword; 19001: the token is none.
  outcome: (answer) => robotOutcome(answer, { field: 'code', busy: [11232], forGood: [19001, 19021, 19022, 19024] }),
};

/**
 * The text to be signed is the key, and what is signed is empty: the other way round than DingTalk's.
 * @param timestamp seconds
 */
export function feishuSignature(secret: string, timestamp: number): string {
  return createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
}
