import type { Bilingual } from '../http/fields.ts';
import type { Permission } from '../identity/permissions.ts';
import type { DeadlineKind } from './kinds.ts';

export const deadlineStates = ['running', 'suspended', 'met', 'overdue', 'lapsed', 'void'] as const;
export type DeadlineState = (typeof deadlineStates)[number];

export const handVerbs = ['extend', 'suspend', 'resume'] as const;
export type HandVerb = (typeof handVerbs)[number];
export type DeadlineVerb = HandVerb | 'meet' | 'void' | 'pass' | 'lapse';

interface Transition {
  from: readonly DeadlineState[];
  to: DeadlineState;
}

/** States in which somebody may still have to do something. */
export const openStates = ['running', 'suspended', 'overdue'] as const;

/** 期限: it runs, may rest, and ends by being met, by passing or by falling away. */
export const deadlineTransitions: Readonly<Record<DeadlineVerb, Transition>> = {
  extend: { from: ['running'], to: 'running' },
  suspend: { from: ['running'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'running' },
  meet: { from: openStates, to: 'met' },
  void: { from: openStates, to: 'void' },
  pass: { from: ['running'], to: 'overdue' },
  lapse: { from: ['running'], to: 'lapsed' },
};

/** The right to do it by hand; the other steps are the elements' and the clock's. */
export const handPermissions: Readonly<Record<HandVerb, Permission>> = {
  extend: 'deadlines:extend',
  suspend: 'deadlines:suspend',
  resume: 'deadlines:resume',
};

const standing: Readonly<Record<DeadlineState, Bilingual>> = {
  running: { zh: '期限正在计算', en: 'it is running' },
  suspended: { zh: '期限已中止', en: 'it is suspended' },
  met: { zh: '已按要求完成', en: 'it is met' },
  overdue: { zh: '期限已过', en: 'it is overdue' },
  lapsed: { zh: '期限已届满', en: 'it has lapsed' },
  void: { zh: '期限已取消', en: 'it is void' },
};

type Judged = { state: DeadlineState; extensions: readonly number[]; setTo?: Date | undefined };
type Changeable = Pick<DeadlineKind, 'extension' | 'suspension'>;

/** `null` when the step can be taken now, else why not. */
export function whyRefused(
  deadline: Judged,
  verb: DeadlineVerb,
  kind: Changeable | undefined,
  amount = 0,
): Bilingual | null {
  if (!deadlineTransitions[verb].from.includes(deadline.state)) return standing[deadline.state];
  if (verb === 'extend') return whyNotExtended(deadline, kind?.extension, amount);
  if (verb === 'suspend' && (!kind?.suspension || deadline.setTo))
    return { zh: '此类期限不能中止', en: 'a deadline of this kind cannot be suspended' };
  return null;
}

function whyNotExtended({ extensions }: Judged, rule: DeadlineKind['extension'], amount: number): Bilingual | null {
  if (!rule) return { zh: '此类期限不能延长', en: 'a deadline of this kind cannot be extended' };
  const { times, most, clause } = rule;
  if (times !== undefined && extensions.length >= times)
    return { zh: `最多延长 ${times} 次（${clause}）`, en: `it is extended at most ${times} times (${clause})` };
  const total = extensions.reduce((sum, each) => sum + each, amount);
  if (most !== undefined && total > most)
    return { zh: `合计最多延长 ${most}（${clause}）`, en: `it is extended by ${most} at most in all (${clause})` };
  return null;
}
