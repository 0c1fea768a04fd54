export const caseStates = [
  'clue',
  'verified',
  'filed',
  'in-review',
  'reviewed',
  'notified',
  'heard',
  'decided',
  'served',
  'executed',
  'closed',
  'dropped',
  'not-punished',
  'transferred',
  'withdrawn',
] as const;
export type CaseState = (typeof caseStates)[number];

export const caseVerbs = [
  'name-party',
  'verify',
  'file',
  'drop',
  'recuse',
  'record-finding',
  'clear-of-crime',
  'submit',
  'return',
  'review',
  'notify',
  'serve-notice',
  'state-defence',
  'request-hearing',
  'hold-hearing',
  'end-hearing',
  'conclude',
  'legal-review',
  'discuss',
  'decide',
  'not-punish',
  'decide-on-the-spot',
  'serve',
  'allow-instalments',
  'pay',
  'fulfil',
  'remind',
  'apply-for-enforcement',
  'complete',
  'close',
  'open-remedy',
  'end-remedy',
  'correct',
  'withdraw',
  'transfer',
  'take-back',
  'publish',
  'remove-publication',
] as const;
export type CaseVerb = (typeof caseVerbs)[number];

export const clueKinds = ['failed-sample', 'inspection', 'complaint', 'warning', 'transfer', 'own-finding'] as const;
export const clueSources = ['samples', 'objections', 'inspections', 'complaints', 'warnings'] as const;
export const serviceMethods = ['in-person', 'left', 'electronic', 'post', 'entrusted', 'public-notice'] as const;
export const remedyKinds = ['reconsideration', 'litigation'] as const;
export const remedyOutcomes = ['upheld', 'changed', 'annulled', 'withdrawn-by-party'] as const;
export const transferTargets = ['police', 'market-supervision', 'other-authority'] as const;
export const noPenaltyGrounds = [
  'minor-and-corrected',
  'first-and-slight',
  'no-fault',
  'time-barred',
  'no-breach',
] as const;
/** Why a hearing ends without having been held to its end. */
export const hearingEndings = ['absent', 'left', 'withdrawn'] as const;
export const removalGrounds = ['term-over', 'repaired', 'annulled'] as const;
