import type { Bilingual } from '../http/fields.ts';
import type { Permission } from '../identity/permissions.ts';
import type { SampleRecord } from './model.ts';

export type SampleState = SampleRecord['state'];
export type SampleVerb = 'receive' | 'enter-result' | 'report' | 'verify';
type Judged = Pick<SampleRecord, 'state' | 'results' | 'history'>;

interface Transition {
  verb: SampleVerb;
  from: readonly SampleState[];
  to: SampleState;
  permission: Permission;
  /** Why this person may not take the step although the state allows it; `null` when the person may. */
  guard?(sample: Judged, username: string): Bilingual | null;
  otherwise: Bilingual;
}

/** The life of a sample 样品: drawn, received, in test, reported by the analyst, published by another person. */
export const sampleTransitions: readonly Transition[] = [
  {
    verb: 'receive',
    from: ['drawn'],
    to: 'received',
    permission: 'samples:receive',
    otherwise: { zh: '样品已经接收', en: 'the sample has been received already' },
  },
  {
    verb: 'enter-result',
    from: ['drawn', 'received', 'in-test'],
    to: 'in-test',
    permission: 'samples:enter-result',
    otherwise: { zh: '报告已提交，不能再录入结果', en: 'the report is handed in: no more results' },
  },
  {
    verb: 'report',
    from: ['in-test'],
    to: 'reported',
    permission: 'samples:enter-result',
    guard: ({ results }) => (results.length ? null : { zh: '尚无检测结果', en: 'there is no result to report' }),
    otherwise: { zh: '样品不在检测中', en: 'the sample is not in test' },
  },
  {
    verb: 'verify',
    from: ['reported'],
    to: 'published',
    permission: 'samples:verify',
    guard: (sample, username) =>
      tookPart(sample, username)
        ? {
            zh: '录入结果或提交报告的人不能审核同一样品',
            en: 'whoever entered a result or reported the sample may not verify it',
          }
        : null,
    otherwise: { zh: '样品没有待审核的报告', en: 'there is no report to verify' },
  },
];

export function transitionOf(verb: SampleVerb): Transition {
  const found = sampleTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

/** `null` when this person may take the step now, else why not. Rights by role are asked apart. */
export function whyRefused(sample: Judged, verb: SampleVerb, username: string): Bilingual | null {
  const { from, guard, otherwise } = transitionOf(verb);
  return from.includes(sample.state) ? (guard?.(sample, username) ?? null) : otherwise;
}

/** Four eyes 双人复核: results and report are the analyst's, verification is another's. */
function tookPart({ results, history }: Judged, username: string): boolean {
  return (
    results.some(({ enteredBy }) => enteredBy === username) ||
    history.some(({ verb, by }) => by === username && (verb === 'enter-result' || verb === 'report'))
  );
}
