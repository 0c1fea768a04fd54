import { defineTexts, useTexts, useWords } from '../../shared/texts.ts';

const texts = defineTexts('complaints', {
  zh: {
    title: '投诉举报',
    text: '内容',
    kind: '类别',
    channel: '来源',
    state: '状态',
    batch: '批次',
    receivedAt: '收到时间',
    division: '办理单位',
    divisionHint: '留空则按批次所在地，没有批次的由市级分派',
    nothing: '还没有投诉举报。消费者扫码页可以提交，来电来访可以在这里登记。',
    record: '登记投诉举报',
    recorded: '已登记',
    queryCode: '查询码',
    queryCodeOnce: '查询码只显示这一次，请告诉投诉举报人，用来查询进度和答复。',
    queryCodeTold: '我已告知',
    complainant: '投诉举报人',
    anonymous: '匿名',
    name: '姓名（匿名可不填）',
    phone: '电话（可不填）',
    reveal: '查看联系方式',
    revealed: '联系方式（关闭后不再显示）',
    close: '办结',
    hide: '关闭',
    clusters: '某地投诉举报明显增多时，会自动发出预警。',
    toClusters: '查看投诉聚集预警',
    assign: '分派',
    accept: '受理',
    answer: '答复',
    transfer: '移送其他部门',
    create: '收到',
    note: '说明（可不填）',
    answerText: '答复内容（投诉举报人可以看到）',
    transferText: '移送给谁、为什么（投诉举报人可以看到）',
    answered: '已答复的内容',
    done: '已办理',
    handler: '办理单位的监管人员',
  },
  en: {
    title: 'Complaints',
    text: 'What was said',
    kind: 'Kind',
    channel: 'Came by',
    state: 'State',
    batch: 'Batch',
    receivedAt: 'Received',
    division: 'Division in charge',
    divisionHint: 'Empty: where the batch is; without a batch the city assigns it',
    nothing:
      'There are no complaints yet. Consumers send them from a batch’s page; calls and visits are taken down here.',
    record: 'Take down a complaint',
    recorded: 'Taken down',
    queryCode: 'Query code',
    queryCodeOnce: 'The query code is shown this once: tell it to the complainant, who asks for the answer with it.',
    queryCodeTold: 'I have told it',
    complainant: 'Complainant',
    anonymous: 'anonymous',
    name: 'Name (empty: anonymous)',
    phone: 'Telephone (may be empty)',
    reveal: 'Show the contact',
    revealed: 'Contact (not shown any more once closed)',
    close: 'Close',
    hide: 'Hide',
    clusters: 'Where complaints pile up, a warning is raised by itself.',
    toClusters: 'See where they pile up',
    assign: 'Assign',
    accept: 'Take up',
    answer: 'Answer',
    transfer: 'Pass on',
    create: 'Received',
    note: 'Note (may be empty)',
    answerText: 'Answer (the complainant reads it)',
    transferText: 'To whom and why (the complainant reads it)',
    answered: 'What was answered',
    done: 'Done',
    handler: 'a supervisor of the division in charge',
  },
});

export const useComplaintTexts = () => useTexts(texts);

const kinds = { dispute: { zh: '投诉', en: 'dispute' }, report: { zh: '举报', en: 'report of a breach' } };
export const complaintKinds = Object.keys(kinds) as (keyof typeof kinds)[];
export const useComplaintKind = () => useWords(kinds);

const states = {
  received: { zh: '待处理', en: 'received' },
  assigned: { zh: '已分派', en: 'assigned' },
  handling: { zh: '办理中', en: 'being handled' },
  answered: { zh: '已答复', en: 'answered' },
  closed: { zh: '已办结', en: 'closed' },
  transferred: { zh: '已移送', en: 'passed on' },
};
export const complaintStates = Object.keys(states) as (keyof typeof states)[];
export const useComplaintState = () => useWords(states);

const channels = {
  online: { zh: '网上', en: 'online' },
  '12316': { zh: '12316 热线', en: 'hotline 12316' },
  '12345': { zh: '12345 热线', en: 'hotline 12345' },
  visit: { zh: '来访', en: 'visit' },
  letter: { zh: '来信', en: 'letter' },
};
export const spokenChannels = ['12316', '12345', 'visit', 'letter'] as const;
export const useChannel = () => useWords(channels);
