import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';
import type { EvidenceRecord } from './model.ts';

export const evidenceStates = ['taken-up', 'held', 'released'] as const;
export type EvidenceState = (typeof evidenceStates)[number];

export const evidenceVerbs = ['hand-over', 'hold', 'pause', 'resume', 'extend', 'release'] as const;
export type EvidenceVerb = (typeof evidenceVerbs)[number];

type Judged = Pick<EvidenceRecord, 'hold'> & {
  /** Its term is over. */
  overdue?: boolean;
};

interface Transition {
  verb: EvidenceVerb;
  from: readonly EvidenceState[];
  /** Absent: it stays in its state. */
  to?: EvidenceState;
  permission: Permission;
  guard?(evidence: Judged): Bilingual | null;
  otherwise: Bilingual;
}

const notHeld: Bilingual = { zh: '没有登记保存或者查封扣押', en: 'it is not preserved, sealed or seized' };
const termOver: Bilingual = { zh: '期限已过，应当作出处理决定', en: 'its term is over: decide what becomes of it' };
const isPaused = ({ hold }: Judged) => hold?.pauses.some(({ to }) => !to) ?? false;

/** 先行登记保存, 查封, 扣押 of a piece of evidence: taken up, held for a term, released once. */
export const evidenceTransitions: readonly Transition[] = [
  {
    verb: 'hand-over',
    from: ['taken-up', 'held'],
    permission: 'case-evidence:create',
    otherwise: { zh: '已经处理', en: 'it is disposed of already' },
  },
  {
    verb: 'hold',
    from: ['taken-up'],
    to: 'held',
    permission: 'case-evidence:hold',
    otherwise: { zh: '已经登记保存或者查封扣押', en: 'it was preserved, sealed or seized already' },
  },
  {
    verb: 'pause',
    from: ['held'],
    permission: 'case-evidence:create',
    guard(evidence) {
      if (evidence.overdue) return termOver;
      return isPaused(evidence) ? { zh: '正在检验检测', en: 'it is being tested already' } : null;
    },
    otherwise: notHeld,
  },
  {
    verb: 'resume',
    from: ['held'],
    permission: 'case-evidence:create',
    guard: (evidence) => (isPaused(evidence) ? null : { zh: '没有在检验检测', en: 'it is not being tested' }),
    otherwise: notHeld,
  },
  {
    verb: 'extend',
    from: ['held'],
    permission: 'case-evidence:hold',
    guard({ hold, overdue }) {
      if (overdue) return termOver;
      if (isPaused({ hold })) return { zh: '检验检测结束后再延长', en: 'it is extended when the test is over' };
      if (hold?.kind === 'preservation') return { zh: '先行登记保存不能延长', en: 'preservation is not extended' };
      return hold?.extended ? { zh: '只能延长一次', en: 'it is extended once only' } : null;
    },
    otherwise: notHeld,
  },
  { verb: 'release', from: ['held'], to: 'released', permission: 'case-evidence:hold', otherwise: notHeld },
];

export function stateOf({ hold }: Judged): EvidenceState {
  if (!hold) return 'taken-up';
  return hold.released ? 'released' : 'held';
}

/** `null` when the step can be taken now, else why not. */
export function whyEvidenceRefused(evidence: Judged, verb: EvidenceVerb): Bilingual | null {
  const transition = evidenceTransitions.find((each) => each.verb === verb);
  if (!transition) throw new Error(`no transition ${verb}`);
  return transition.from.includes(stateOf(evidence)) ? (transition.guard?.(evidence) ?? null) : transition.otherwise;
}
