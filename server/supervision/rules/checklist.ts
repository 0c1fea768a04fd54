import type { Bilingual } from '../../http/fields.ts';

export const severities = ['minor', 'major', 'severe'] as const;
export type Severity = (typeof severities)[number];

export const answers = ['yes', 'no', 'not-applicable'] as const;
export type ChecklistAnswer = (typeof answers)[number];

export interface ChecklistItem {
  item: string;
  text: Bilingual;
  clause: string;
  severity: Severity;
  /** Absent: asked of every kind of producer. */
  producerKinds?: readonly string[];
  /** Asked only when another item is answered so. */
  onlyWhen?: { item: string; answer: ChecklistAnswer };
}

export interface Checklist {
  checklist: string;
  version: number;
  title: Bilingual;
  source: string;
  items: readonly ChecklistItem[];
}

export interface GivenAnswer {
  item: string;
  answer: ChecklistAnswer;
  note?: string | undefined;
}

export interface Finding {
  item: string;
  severity: Severity;
  text: Bilingual;
  clause: string;
  note?: string;
}

/** The items that this producer is asked, given what is answered so far. */
export function asked(checklist: Checklist, producerKind: string, given: readonly GivenAnswer[]): ChecklistItem[] {
  const answerOf = new Map(given.map(({ item, answer }) => [item, answer]));
  return checklist.items.filter(
    ({ producerKinds, onlyWhen }) =>
      (!producerKinds || producerKinds.includes(producerKind)) &&
      (!onlyWhen || answerOf.get(onlyWhen.item) === onlyWhen.answer),
  );
}

/** What is wrong with a list of answers, by item: missing, unknown, not asked, or given twice. */
export function faultsOf(checklist: Checklist, producerKind: string, given: readonly GivenAnswer[]): string[] {
  const items = new Set(asked(checklist, producerKind, given).map(({ item }) => item));
  const seen = new Set<string>();
  const faults = given.flatMap(({ item }) => {
    const fault = seen.has(item) ? `${item} is answered twice` : items.has(item) ? null : `${item} is not asked here`;
    seen.add(item);
    return fault === null ? [] : [fault];
  });
  return [...faults, ...[...items].filter((item) => !seen.has(item)).map((item) => `${item} is not answered`)];
}

/** Every item answered with no is a finding of its severity. */
export function findingsOf(checklist: Checklist, given: readonly GivenAnswer[]): Finding[] {
  return given.flatMap(({ item, answer, note }) => {
    const row = checklist.items.find((each) => each.item === item);
    if (answer !== 'no' || !row) return [];
    const { severity, text, clause } = row;
    return [{ item, severity, text, clause, ...(note !== undefined && { note }) }];
  });
}
