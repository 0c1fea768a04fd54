import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';
import type { Severity } from '../rules/checklist.ts';

export const inspectionStates = ['planned', 'begun', 'submitted', 'rectifying', 'answered', 'closed'] as const;
export type InspectionState = (typeof inspectionStates)[number];

export const inspectionVerbs = [
  'begin',
  'submit',
  'order-rectification',
  'answer',
  'pass-recheck',
  'fail-recheck',
  'close',
] as const;
export type InspectionVerb = (typeof inspectionVerbs)[number];

interface Judged {
  state: InspectionState;
  findings: readonly { severity: Severity }[];
}

interface Transition {
  verb: InspectionVerb;
  from: readonly InspectionState[];
  to: InspectionState;
  permission: Permission;
  guard?(inspection: Judged): Bilingual | null;
  otherwise: Bilingual;
}

/** 监督检查: planned, done on the spot, and where something is wrong put right and looked at again. */
export const inspectionTransitions: readonly Transition[] = [
  {
    verb: 'begin',
    from: ['planned'],
    to: 'begun',
    permission: 'inspections:conduct',
    otherwise: { zh: '检查已经开始', en: 'the inspection has begun already' },
  },
  {
    verb: 'submit',
    from: ['planned', 'begun'],
    to: 'submitted',
    permission: 'inspections:conduct',
    otherwise: { zh: '检查结果已提交', en: 'the result is submitted already' },
  },
  {
    verb: 'order-rectification',
    from: ['submitted'],
    to: 'rectifying',
    permission: 'inspections:order',
    guard: ({ findings }) =>
      findings.length > 0 ? null : { zh: '没有发现问题，无需整改', en: 'nothing was found that could be put right' },
    otherwise: { zh: '检查结果未提交，或已责令整改', en: 'nothing is submitted yet, or it is ordered already' },
  },
  {
    verb: 'answer',
    from: ['rectifying'],
    to: 'answered',
    permission: 'inspections:answer',
    otherwise: { zh: '没有待答复的整改', en: 'no rectification awaits an answer' },
  },
  {
    verb: 'pass-recheck',
    from: ['rectifying', 'answered'],
    to: 'closed',
    permission: 'inspections:order',
    otherwise: { zh: '没有待复查的整改', en: 'no rectification awaits its re-check' },
  },
  {
    verb: 'fail-recheck',
    from: ['rectifying', 'answered'],
    to: 'rectifying',
    permission: 'inspections:order',
    otherwise: { zh: '没有待复查的整改', en: 'no rectification awaits its re-check' },
  },
  {
    verb: 'close',
    from: ['submitted'],
    to: 'closed',
    permission: 'inspections:order',
    guard: ({ findings }) =>
      findings.some(({ severity }) => severity !== 'minor')
        ? { zh: '有一般或严重问题，应先责令整改', en: 'what is major or severe must be put right first' }
        : null,
    otherwise: { zh: '检查尚未提交，或正在整改', en: 'it is not submitted, or something is being put right' },
  },
];

export function inspectionTransition(verb: InspectionVerb): Transition {
  const found = inspectionTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

/** `null` when the step can be taken now, else why not. Rights are asked apart. */
export function whyNotNow(inspection: Judged, verb: InspectionVerb): Bilingual | null {
  const { from, guard, otherwise } = inspectionTransition(verb);
  return from.includes(inspection.state) ? (guard?.(inspection) ?? null) : otherwise;
}
