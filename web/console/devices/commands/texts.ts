import { defineTexts, useTexts } from '../../shared/texts.ts';

const texts = defineTexts('device-commands', {
  zh: {
    title: '指令',
    note: '指令等到设备在线时下发，设备回执后完成；到期未回执即失效。',
    send: '发送指令',
    kind: '指令',
    parameters: '参数',
    state: '状态',
    queued: '等待下发',
    sent: '已下发',
    acknowledged: '已执行',
    refused: '设备拒绝',
    expired: '已失效',
    by: '发送人',
    at: '发送时间',
    expires: '失效时间',
    answer: '设备回复',
    nothing: '还没有发送过指令。',
    done: '指令已排队',
  },
  en: {
    title: 'Commands',
    note: 'A command waits until the device is there, and is done when the device says so; unanswered it ends at its time.',
    send: 'Send a command',
    kind: 'Command',
    parameters: 'Parameters',
    state: 'State',
    queued: 'waiting',
    sent: 'sent',
    acknowledged: 'done',
    refused: 'refused by the device',
    expired: 'expired',
    by: 'By',
    at: 'Given',
    expires: 'Ends',
    answer: 'The device said',
    nothing: 'No commands yet.',
    done: 'The command waits for the device',
  },
});

export function useCommandTexts() {
  return useTexts(texts);
}
