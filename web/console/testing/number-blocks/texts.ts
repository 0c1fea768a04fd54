import { defineTexts, useTexts, useWords } from '../../shared/texts.ts';

const texts = defineTexts('number-blocks', {
  zh: {
    title: '领用号段',
    hint: '出发前把样品编号和封条号交给抽样人员，外勤手机没有网络也能用；一个号同一时间只在一个人手里，只用一次，未用的退回。',
    none: '还没有发出号段。出发抽样前在这里发号。',
    handOut: '发出号段',
    kind: '类别',
    holder: '领用人',
    first: '第一个封条号',
    firstHint: '照封条上印的填写，例如 F-0101，其余依次递增',
    count: '数量',
    numbers: '号码',
    used: '已用',
    usedOf: '{{used}} / {{all}}',
    unused: '未用',
    handedOut: '发出',
    returned: '退回',
    returnedCount: '退回 {{count}} 个',
    unreturned: '只看未退回',
    yes: '是',
    steps: '操作',
    return: '退回未用的号',
    confirmReturn: '退回后，领用人手机上未用的号不能再用。请先确认手机上的记录已全部上报。',
    done: '已退回',
  },
  en: {
    title: 'Blocks of numbers',
    hint: 'Sample numbers and seals are handed to samplers before they leave, so that the field app has them without network; a number is with one person at a time, used once, and returned when it is not used.',
    none: 'No numbers are out. Hand them out here before people leave to draw samples.',
    handOut: 'Hand out numbers',
    kind: 'Kind',
    holder: 'Holder',
    first: 'First seal',
    firstHint: 'As it is printed, such as F-0101; the others follow it',
    count: 'How many',
    numbers: 'Numbers',
    used: 'Used',
    usedOf: '{{used}} of {{all}}',
    unused: 'Not used',
    handedOut: 'Handed out',
    returned: 'Returned',
    returnedCount: '{{count}} returned',
    unreturned: 'Not returned alone',
    yes: 'yes',
    steps: 'Steps',
    return: 'Return the unused',
    confirmReturn:
      'What is unused cannot be used on the holder’s phone any more. Make sure first that everything on it is sent.',
    done: 'Returned',
  },
});

export const useNumberBlockTexts = () => useTexts(texts);

const kinds = { sample: { zh: '样品编号', en: 'Sample numbers' }, seal: { zh: '封条号', en: 'Seals' } };

export const numberKinds = Object.keys(kinds) as (keyof typeof kinds)[];
export const useNumberKind = () => useWords(kinds);
