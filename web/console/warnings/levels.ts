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

export const states = ['open', 'acknowledged', 'resolved'] as const;

const stateWords = {
  open: { zh: '待确认', en: 'Open' },
  acknowledged: { zh: '已确认', en: 'Acknowledged' },
  resolved: { zh: '已办结', en: 'Resolved' },
};

export function useStateWord(): (state: string) => string {
  return useWords(stateWords);
}

const verbWords = {
  open: { zh: '发出', en: 'Opened' },
  raise: { zh: '发出', en: 'Raised' },
  occur: { zh: '再次发生', en: 'Occurred again' },
  clear: { zh: '条件解除', en: 'Condition ended' },
  acknowledge: { zh: '确认', en: 'Acknowledged' },
  resolve: { zh: '办结', en: 'Resolved' },
};

export function useHistoryWord(): (verb: string) => string {
  return useWords(verbWords);
}
