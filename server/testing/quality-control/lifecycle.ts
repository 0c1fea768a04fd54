import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';
import type { RunRecord } from './model.ts';

export type RunState = RunRecord['state'];

/** What people do with a run; `fail` follows from a control. */
export const runVerbs = ['enter-control', 'fail', 'correct', 'release', 'reject'] as const;
export type RunVerb = (typeof runVerbs)[number];

type Judged = Pick<RunRecord, 'state' | 'outstanding' | 'controlCount' | 'startedBy'>;

export interface RunTransition {
  verb: RunVerb;
  from: readonly RunState[];
  to?: RunState;
  permission: Permission;
  /** A consequence, that nobody asks for. */
  byItself?: true;
  guard?(run: Judged, username: string): Bilingual | null;
  otherwise: Bilingual;
}

const ended: Bilingual = { zh: '该检测批已结束', en: 'the run has ended' };
const running = ['open', 'out-of-control', 'corrected'] as const;

/** 检测批: its results go out when its controls are good; when one was not, somebody else has put it right before. */
export const runTransitions: readonly RunTransition[] = [
  { verb: 'enter-control', from: running, permission: 'controls:create', otherwise: ended },
  {
    verb: 'fail',
    from: running,
    to: 'out-of-control',
    permission: 'controls:create',
    byItself: true,
    otherwise: ended,
  },
  {
    verb: 'correct',
    from: ['out-of-control'],
    to: 'corrected',
    permission: 'test-runs:correct',
    guard: ({ outstanding }, username) =>
      outstanding.some(({ enteredBy, corrected }) => !corrected && enteredBy === username)
        ? {
            zh: '失控质控样由您录入，纠正措施须由他人填写',
            en: 'you entered the control that failed: the corrective action is for another person',
          }
        : null,
    otherwise: { zh: '没有失控的质控样', en: 'no control is out of control' },
  },
  {
    verb: 'release',
    from: ['open', 'corrected'],
    to: 'released',
    permission: 'test-runs:release',
    guard: notReady,
    otherwise: { zh: '检测批失控未纠正，或已结束', en: 'the run is out of control and not corrected, or has ended' },
  },
  { verb: 'reject', from: running, to: 'rejected', permission: 'test-runs:reject', otherwise: ended },
];

export function runTransition(verb: RunVerb): RunTransition {
  const found = runTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

/** `null` when this person may take the step now, else why not. Rights by role are asked apart. */
export function whyRunRefuses(run: Judged, verb: RunVerb, username: string): Bilingual | null {
  const { from, guard, otherwise } = runTransition(verb);
  return from.includes(run.state) ? (guard?.(run, username) ?? null) : otherwise;
}

function notReady({ controlCount, outstanding, startedBy }: Judged, username: string): Bilingual | null {
  if (startedBy === username) return { zh: '检测批须由他人放行', en: 'whoever started the run may not release it' };
  if (controlCount === 0) return { zh: '没有质控样', en: 'the run has no control' };
  const names = [...new Set(outstanding.map(({ kind, analyte }) => `${kind} ${analyte}`))].join('、');
  return outstanding.length
    ? { zh: `以下质控样尚未合格：${names}`, en: `these controls are not good yet: ${names}` }
    : null;
}
