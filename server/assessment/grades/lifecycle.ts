import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';

export const assessmentStates = ['in-force', 'appealed', 'superseded'] as const;
export type AssessmentState = (typeof assessmentStates)[number];

export const assessmentVerbs = ['appeal', 'withdraw-appeal', 'uphold', 'revise'] as const;
export type AssessmentVerb = (typeof assessmentVerbs)[number];

interface Judged {
  state: AssessmentState;
  assessedBy: string;
  appeal?: { by: string; decision?: unknown };
}

interface Transition {
  verb: AssessmentVerb;
  from: readonly AssessmentState[];
  to: AssessmentState;
  permission: Permission;
  /** Why this person may not take the step although the state allows it. */
  guard?(assessment: Judged, username: string): Bilingual | null;
  otherwise: Bilingual;
}

const noAppeal: Bilingual = { zh: '没有待决定的申诉', en: 'no appeal awaits a decision' };

/** 分级评定: it holds until the next one; the producer may appeal once, and another person decides. */
export const assessmentTransitions: readonly Transition[] = [
  {
    verb: 'appeal',
    from: ['in-force'],
    to: 'appealed',
    permission: 'assessments:appeal',
    guard: ({ appeal }) =>
      appeal?.decision
        ? { zh: '对本次评定的申诉已有决定', en: 'an appeal against this assessment was decided already' }
        : null,
    otherwise: {
      zh: '已在申诉中，或已有新的评定',
      en: 'it is appealed against already, or another one took its place',
    },
  },
  {
    verb: 'withdraw-appeal',
    from: ['appealed'],
    to: 'in-force',
    permission: 'assessments:appeal',
    otherwise: noAppeal,
  },
  {
    verb: 'uphold',
    from: ['appealed'],
    to: 'in-force',
    permission: 'assessments:decide',
    guard: byAnother,
    otherwise: noAppeal,
  },
  {
    verb: 'revise',
    from: ['appealed'],
    to: 'superseded',
    permission: 'assessments:decide',
    guard: byAnother,
    otherwise: noAppeal,
  },
];

export function assessmentTransition(verb: AssessmentVerb): Transition {
  const found = assessmentTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

/** `null` when this person can take the step now, else why not. Rights are asked apart. */
export function whyRefused(assessment: Judged, verb: AssessmentVerb, username: string): Bilingual | null {
  const { from, guard, otherwise } = assessmentTransition(verb);
  return from.includes(assessment.state) ? (guard?.(assessment, username) ?? null) : otherwise;
}

function byAnother({ assessedBy, appeal }: Judged, username: string): Bilingual | null {
  return username === assessedBy || username === appeal?.by
    ? {
        zh: '申诉须由评定人、申诉人以外的人决定',
        en: 'an appeal is decided by somebody who neither assessed nor appealed',
      }
    : null;
}
