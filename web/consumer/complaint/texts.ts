import type { Bilingual } from '../trace-view.ts';

export type ComplaintState = 'received' | 'assigned' | 'handling' | 'answered' | 'closed' | 'transferred';

export const stateWords: Record<ComplaintState, Bilingual> = {
  received: { zh: '已收到', en: 'Received' },
  assigned: { zh: '已分派', en: 'Given to the division in charge' },
  handling: { zh: '处理中', en: 'Being handled' },
  answered: { zh: '已答复', en: 'Answered' },
  closed: { zh: '已办结', en: 'Closed' },
  transferred: { zh: '已移送有权机关', en: 'Passed on to who is competent' },
};

export const kinds: Record<'dispute' | 'report', Bilingual> = {
  dispute: { zh: '投诉：我自己受了损失', en: 'A dispute: I have had a loss of my own' },
  report: { zh: '举报：我发现违法行为', en: 'A report: I have seen a breach' },
};

export const complaintTexts = {
  title: { zh: '反映问题', en: 'Report a problem' },
  noAccount: {
    zh: '不用注册，可以不留姓名。提交后会得到一个查询码，凭它查看处理结果。',
    en: 'No account, and no name if you like. You get a query code by which you read what became of it.',
  },
  kind: { zh: '类型', en: 'What it is' },
  text: { zh: '发生了什么', en: 'What happened' },
  batch: { zh: '批次号（标签二维码旁）', en: 'Batch code (beside the QR code), if you have it' },
  photos: { zh: '照片（可不选，最多三张）', en: 'Photographs (up to three, or none)' },
  photosNote: {
    zh: '每张不超过 8 MB，JPEG、PNG 或 WebP。照片里的拍摄地点和设备信息不会保存；照片只给办理人员看，不公开。',
    en: 'Of 8 MB each, JPEG, PNG or WebP. Where and with what they were taken is not kept; only those who deal with it see them.',
  },
  photosKept: { zh: '收到照片（张）：', en: 'Photographs received: ' },
  name: { zh: '姓名（可不填）', en: 'Your name (may stay empty)' },
  phone: { zh: '电话（可不填）', en: 'Your telephone (may stay empty)' },
  submit: { zh: '提交', en: 'Send' },
  problem: { zh: '还没有提交：请检查标出的内容。', en: 'Not sent yet: please look at what is marked.' },
  received: { zh: '已收到', en: 'Received' },
  keepCode: {
    zh: '请记下或截图保存查询码，它只显示这一次：',
    en: 'Write down or photograph your query code; it is shown this once:',
  },
  follow: { zh: '查询处理结果', en: 'What became of it' },
  queryCode: { zh: '查询码', en: 'Query code' },
  look: { zh: '查询', en: 'Look' },
  unknown: { zh: '没有这个查询码，请核对。', en: 'There is no such query code. Please check it.' },
  state: { zh: '进展', en: 'State' },
  by: { zh: '办理单位', en: 'Dealt with by' },
  due: { zh: '最迟答复日', en: 'Answer due by' },
  at: { zh: '收到时间', en: 'Received' },
  answer: { zh: '答复', en: 'Answer' },
} as const satisfies Record<string, Bilingual>;
