import type { Bilingual } from '../http/fields.ts';
import type { Permission } from '../identity/permissions.ts';
import type { SampleRecord } from './model.ts';
import { openTests } from './rules/sample-verdict.ts';

export type SampleState = SampleRecord['state'];

export const sampleVerbs = [
  'hand-over',
  'split',
  'receive',
  'reject',
  'assign',
  'take',
  'enter-result',
  'retract',
  'retest',
  'reject-test',
  'report',
  'return',
  'verify',
  'invalidate',
  'amend',
] as const;
export type SampleVerb = (typeof sampleVerbs)[number];

export type Judged = Pick<SampleRecord, 'state' | 'results' | 'history'> &
  Partial<Pick<SampleRecord, 'planKind' | 'tests' | 'sealNumber' | 'retained'>>;

export interface Transition {
  verb: SampleVerb;
  from: readonly SampleState[];
  /** Absent: it stays in its state. */
  to?: SampleState;
  permission: Permission;
  /** Why this person may not take the step although the state allows it; `null` when the person may. */
  guard?(sample: Judged, username: string): Bilingual | null;
  otherwise: Bilingual;
}

const notInTest: Bilingual = { zh: '样品不在检测中', en: 'the sample is not in test' };
const inLaboratory = ['received', 'in-test'] as const;

/** The life of a sample 样品: drawn, received, in test, reported by the analyst, published by another person. */
export const sampleTransitions: readonly Transition[] = [
  {
    verb: 'hand-over',
    from: ['drawn', 'received', 'in-test', 'reported'],
    permission: 'samples:hand-over',
    otherwise: { zh: '样品流转已结束', en: 'the sample is handed on no more' },
  },
  {
    verb: 'split',
    from: ['drawn', 'received'],
    permission: 'samples:receive',
    guard: ({ retained }) => (retained ? { zh: '备样已留存', en: 'a portion is retained already' } : null),
    otherwise: { zh: '检测开始后不能再分样', en: 'no portion is split off once testing began' },
  },
  {
    verb: 'receive',
    from: ['drawn'],
    to: 'received',
    permission: 'samples:receive',
    otherwise: { zh: '样品已经接收', en: 'the sample has been received already' },
  },
  {
    verb: 'reject',
    from: ['drawn', ...inLaboratory],
    to: 'rejected',
    permission: 'samples:receive',
    guard: ({ results }) =>
      results.length ? { zh: '已有检测结果', en: 'the sample has results: they are set aside first' } : null,
    otherwise: { zh: '报告已提交，不能再拒收', en: 'the report is handed in: it is not rejected any more' },
  },
  {
    verb: 'assign',
    from: ['drawn', ...inLaboratory],
    permission: 'samples:assign',
    otherwise: { zh: '报告已提交，不能再安排检测', en: 'the report is handed in: no more tests are assigned' },
  },
  {
    verb: 'take',
    from: ['drawn', ...inLaboratory],
    permission: 'samples:enter-result',
    guard: ({ tests = [] }) =>
      openTests(tests).some(({ assignedTo }) => assignedTo === undefined)
        ? null
        : { zh: '没有待领取的项目', en: 'no test waits for an analyst' },
    otherwise: { zh: '报告已提交，没有待领取的项目', en: 'the report is handed in: no test waits for an analyst' },
  },
  {
    verb: 'enter-result',
    from: ['drawn', ...inLaboratory],
    to: 'in-test',
    permission: 'samples:enter-result',
    guard: notReceived,
    otherwise: {
      zh: '样品在“已接收”或“检测中”状态时录入结果',
      en: 'results are entered while a sample is received or in test',
    },
  },
  {
    verb: 'retract',
    from: ['in-test'],
    permission: 'samples:enter-result',
    guard: withoutResult,
    otherwise: notInTest,
  },
  { verb: 'retest', from: ['in-test'], permission: 'samples:enter-result', guard: withoutResult, otherwise: notInTest },
  {
    verb: 'reject-test',
    from: inLaboratory,
    permission: 'samples:enter-result',
    guard: ({ results, tests = [] }) =>
      results.length + openTests(tests).length ? null : { zh: '没有检测项目', en: 'there is no test' },
    otherwise: notInTest,
  },
  {
    verb: 'report',
    from: ['in-test'],
    to: 'reported',
    permission: 'samples:enter-result',
    guard: (sample) => withoutResult(sample) ?? stillOpen(sample),
    otherwise: notInTest,
  },
  {
    verb: 'return',
    from: ['reported'],
    to: 'in-test',
    permission: 'samples:verify',
    otherwise: { zh: '样品没有待审核的报告', en: 'there is no report to return' },
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
        : notReleased(sample),
    otherwise: { zh: '样品没有待审核的报告', en: 'there is no report to verify' },
  },
  {
    verb: 'invalidate',
    from: ['published'],
    to: 'invalidated',
    permission: 'samples:invalidate',
    otherwise: { zh: '没有已发布的报告', en: 'there is no published report' },
  },
  {
    verb: 'amend',
    from: ['invalidated'],
    to: 'in-test',
    permission: 'samples:invalidate',
    otherwise: { zh: '报告须先作废才能更正', en: 'a report is amended after it was invalidated' },
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

/** A supervised check, and whatever is sealed, is tested after its check at receipt (监测办法 25). */
function notReceived({ state, planKind, sealNumber }: Judged): Bilingual | null {
  return state === 'drawn' && (planKind === 'supervised-check' || sealNumber !== undefined)
    ? {
        zh: '监督抽查的样品和封样须先接收（核对封条和状态），接收后方可录入结果',
        en: 'a supervised check or a sealed sample takes results once it is received, with its seals and state looked at: receive it first',
      }
    : null;
}

function withoutResult({ results }: Judged): Bilingual | null {
  return results.length ? null : { zh: '尚无检测结果', en: 'there is no result yet' };
}

function stillOpen({ tests = [] }: Judged): Bilingual | null {
  const open = openTests(tests).map(({ analyte }) => analyte);
  return open.length
    ? { zh: `尚有未完成的项目：${open.join('、')}`, en: `tests are still open: ${open.join(', ')}` }
    : null;
}

/** Results wait for the controls of their run (ISO/IEC 17025 7.7.3). */
function notReleased({ results }: Judged): Bilingual | null {
  const names = [...new Set(results.flatMap(({ run }) => (run && !run.released ? [run.name] : [])))].join('、');
  return names ? { zh: `检测批尚未放行：${names}`, en: `the run has not been released: ${names}` } : null;
}

/** Four eyes 双人复核: results and report are the analyst's, verification is another's. */
function tookPart({ results, history }: Judged, username: string): boolean {
  return (
    results.some(({ enteredBy }) => enteredBy === username) ||
    history.some(({ verb, by }) => by === username && (verb === 'enter-result' || verb === 'report'))
  );
}
