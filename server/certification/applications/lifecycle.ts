import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';

export const applicationStates = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'reviewed',
  'checked',
  'granted',
  'refused',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

export const applicationVerbs = [
  'change',
  'submit',
  'withdraw',
  'accept',
  'return',
  'review',
  'check',
  'grant',
  'refuse',
  'recuse',
] as const;
export type ApplicationVerb = (typeof applicationVerbs)[number];

/** What the rules look at. */
export interface Judged {
  state: ApplicationState;
  /** Documents that the scheme demands and that are not there, by name. */
  lacking: readonly Bilingual[];
  producerId: string;
  /** Who reviewed it or checked it on site, and what came of it. */
  findings: readonly { by: string; passed: boolean }[];
  /** People who declared a conflict of interest. */
  recused: readonly string[];
}

export interface Acting {
  username: string;
  producerId?: string | undefined;
}

export interface ApplicationTransition {
  verb: ApplicationVerb;
  from: readonly ApplicationState[];
  /** Absent: it stays in its state. */
  to?: ApplicationState;
  permission: Permission;
  /** Why this person may not take the step although the state allows it; `null` when the person may. */
  guard?(application: Judged, acting: Acting): Bilingual | null;
  otherwise: Bilingual;
}

const notOpen: Bilingual = { zh: '申请不在可修改的状态', en: 'the application cannot be changed in this state' };
const underWay = ['submitted', 'accepted', 'reviewed', 'checked'] as const;

/** The life of an application 申请: drafted and handed in by the producer, accepted, reviewed, checked on site, decided by another person. */
export const applicationTransitions: readonly ApplicationTransition[] = [
  { verb: 'change', from: ['draft', 'returned'], permission: 'certification-applications:submit', otherwise: notOpen },
  {
    verb: 'submit',
    from: ['draft', 'returned'],
    to: 'submitted',
    permission: 'certification-applications:submit',
    guard: ({ lacking }) =>
      lacking.length > 0
        ? {
            zh: `缺少材料：${lacking.map(({ zh }) => zh).join('、')}`,
            en: `documents are missing: ${lacking.map(({ en }) => en).join(', ')}`,
          }
        : null,
    otherwise: { zh: '申请已提交', en: 'the application has been handed in' },
  },
  {
    verb: 'withdraw',
    from: ['draft', 'returned', ...underWay],
    to: 'withdrawn',
    permission: 'certification-applications:submit',
    otherwise: { zh: '申请已办结', en: 'the application is decided or withdrawn' },
  },
  {
    verb: 'accept',
    from: ['submitted'],
    to: 'accepted',
    permission: 'certification-applications:review',
    guard: conflict,
    otherwise: { zh: '没有待受理的申请', en: 'the application does not wait to be accepted' },
  },
  {
    verb: 'return',
    from: ['submitted'],
    to: 'returned',
    permission: 'certification-applications:review',
    guard: conflict,
    otherwise: { zh: '受理后不再退回补正', en: 'an application is returned before it is accepted' },
  },
  {
    verb: 'review',
    from: ['accepted'],
    to: 'reviewed',
    permission: 'certification-applications:review',
    guard: conflict,
    otherwise: { zh: '文件审查须在受理之后、现场检查之前', en: 'documents are reviewed after acceptance, once' },
  },
  {
    verb: 'check',
    from: ['reviewed'],
    to: 'checked',
    permission: 'certification-applications:review',
    guard: conflict,
    otherwise: { zh: '现场检查须在文件审查之后', en: 'the site is checked after the documents were reviewed' },
  },
  {
    verb: 'grant',
    from: ['checked'],
    to: 'granted',
    permission: 'certification-applications:decide',
    guard: (application, acting) => decider(application, acting) ?? notPassed(application),
    otherwise: { zh: '尚未完成审查和现场检查', en: 'the review and the check on site are not done' },
  },
  {
    verb: 'refuse',
    from: ['reviewed', 'checked'],
    to: 'refused',
    permission: 'certification-applications:decide',
    guard: decider,
    otherwise: { zh: '申请不在待决定的状态', en: 'the application does not wait to be decided' },
  },
  {
    verb: 'recuse',
    from: underWay,
    permission: 'certification-applications:review',
    guard: ({ recused }, { username }) =>
      recused.includes(username) ? { zh: '您已声明回避', en: 'you have stepped back already' } : null,
    otherwise: { zh: '申请不在办理中', en: 'the application is not under way' },
  },
];

export function applicationTransition(verb: ApplicationVerb): ApplicationTransition {
  const found = applicationTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

/** `null` when this person may take the step now, else why not. Rights by role are asked apart. */
export function whyRefused(application: Judged, verb: ApplicationVerb, acting: Acting): Bilingual | null {
  const { from, guard, otherwise } = applicationTransition(verb);
  return from.includes(application.state) ? (guard?.(application, acting) ?? null) : otherwise;
}

/** Nobody works on an application of the own producer, or after having stepped back. */
function conflict({ producerId, recused }: Judged, acting: Acting): Bilingual | null {
  if (acting.producerId === producerId)
    return { zh: '不得办理本主体的申请（回避）', en: 'nobody works on an application of the own producer' };
  return recused.includes(acting.username) ? { zh: '您已声明回避', en: 'you declared a conflict of interest' } : null;
}

/** Four eyes: whoever reviewed or checked does not decide. */
function decider(application: Judged, acting: Acting): Bilingual | null {
  const own = conflict(application, acting);
  if (own) return own;
  return application.findings.some(({ by }) => by === acting.username)
    ? { zh: '审查或检查的人不能作出决定', en: 'whoever reviewed or checked it may not decide it' }
    : null;
}

function notPassed({ findings }: Judged): Bilingual | null {
  return findings.every(({ passed }) => passed)
    ? null
    : { zh: '文件审查或现场检查未通过', en: 'the review or the check on site was not passed' };
}
