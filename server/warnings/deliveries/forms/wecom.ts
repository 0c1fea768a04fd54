import { kinds } from '../kinds.ts';
import { type Form, jsonHeaders, markdown, robotOutcome } from './form.ts';

/** 企业微信群机器人. The key in its address is all that keeps others out. Source: developer.work.weixin.qq.com, path 91770. */
export const wecom: Form = {
  request: ({ message, to }) => ({
    address: to.address,
    headers: jsonHeaders,
    body: JSON.stringify({ msgtype: 'markdown', markdown: { content: markdown(message, kinds.wecom.bytes) } }),
  }),
  // 93000: the robot was taken away, or its key is wrong.
  outcome: (answer) => robotOutcome(answer, { field: 'errcode', busy: [45009], forGood: [93000] }),
};
