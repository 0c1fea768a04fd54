import type { Warning } from '../api/types.ts';
import { useWords } from '../shared/texts.ts';

export type Level = Warning['level'];

/** Gravest first. 突发事件应对法: red I, orange II, yellow III, blue IV. */
export const levels: readonly Level[] = ['red', 'orange', 'yellow', 'blue'];

export const romans: Record<Level, string> = { red: 'Ⅰ', orange: 'Ⅱ', yellow: 'Ⅲ', blue: 'Ⅳ' };

const words = {
  red: { zh: '红', en: 'Red' },
  orange: { zh: '橙', en: 'Orange' },
  yellow: { zh: '黄', en: 'Yellow' },
  blue: { zh: '蓝', en: 'Blue' },
};

export function useLevelWord(): (level: string) => string {
  return useWords(words);
}

export const states = ['open', 'acknowledged', 'handling', 'resolved', 'closed', 'false-alarm'] as const;

/** Somebody still has to do something. */
export function isUnresolved({ state }: Pick<Warning, 'state'>): boolean {
  return state === 'open' || state === 'acknowledged' || state === 'handling';
}

const stateWords = {
  open: { zh: '待确认', en: 'Open' },
  acknowledged: { zh: '已确认', en: 'Acknowledged' },
  handling: { zh: '处理中', en: 'Being handled' },
  resolved: { zh: '已办结', en: 'Resolved' },
  closed: { zh: '已关闭', en: 'Closed' },
  'false-alarm': { zh: '误报', en: 'False alarm' },
};

export function useStateWord(): (state: string) => string {
  return useWords(stateWords);
}

const verbWords = {
  open: { zh: '发出', en: 'Opened' },
  raise: { zh: '发出', en: 'Raised' },
  occur: { zh: '再次发生', en: 'Occurred again' },
  clear: { zh: '条件解除', en: 'Condition ended' },
  reopen: { zh: '再次发出', en: 'Opened anew' },
  'raise-level': { zh: '升级', en: 'Level raised' },
  escalate: { zh: '逐级上报', en: 'Passed on' },
  quiet: { zh: '静默', en: 'Kept quiet' },
  wake: { zh: '静默结束', en: 'No longer quiet' },
  acknowledge: { zh: '确认', en: 'Acknowledged' },
  'withdraw-acknowledgement': { zh: '撤回确认', en: 'Acknowledgement taken back' },
  handle: { zh: '着手处理', en: 'Taken in hand' },
  resolve: { zh: '办结', en: 'Resolved' },
  dismiss: { zh: '判为误报', en: 'Called a false alarm' },
  close: { zh: '关闭', en: 'Closed' },
};

export function useHistoryWord(): (verb: string) => string {
  return useWords(verbWords);
}
