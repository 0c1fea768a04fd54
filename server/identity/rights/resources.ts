import { userVerbs } from '../users/verbs.ts';

/** Everything that a right can be about, with the verbs there are. */
export const resources = {
  users: ['read', 'create', ...userVerbs],
  'sign-in-policy': ['read', 'update'],
  'security-events': ['read'],
  producers: ['read', 'create', 'reveal', 'correct', 'erase-personal-data'],
  sites: ['read', 'create', 'correct'],
  products: ['read', 'create'],
  standards: ['read', 'import'],
  limits: ['read'],
  devices: [
    'read',
    'create',
    'issue-claim-code',
    'command',
    'rotate-secret',
    'place',
    'correct-placements',
    'calibrate',
    'bind-certificate',
    'disable',
    'enable',
    'retire',
  ],
  readings: ['read'],
  batches: ['read', 'create', 'hold', 'release'],
  events: ['read', 'create'],
  captures: ['read', 'create'],
  'event-queries': ['read', 'create', 'delete'],
  recalls: ['read', 'create', 'issue', 'close', 'cancel'],
  'recall-tasks': ['read', 'receive', 'report', 'check'],
  samples: ['read', 'create', 'hand-over', 'receive', 'assign', 'enter-result', 'verify', 'invalidate'],
  'number-blocks': ['read', 'create', 'return'],
  'rapid-tests': ['read', 'create'],
  'test-reports': ['read'],
  'test-runs': ['read', 'create', 'correct', 'release', 'reject'],
  controls: ['read', 'create'],
  'control-criteria': ['read', 'create'],
  laboratories: ['read', 'create'],
  'test-authorizations': ['read', 'create', 'revoke'],
  'instrument-results': ['read', 'decide'],
  nonconformities: ['read', 'assess', 'close'],
  objections: ['read', 'create', 'decide', 'retest'],
  'verdict-checks': ['read', 'create'],
  'certification-applications': ['read', 'create', 'submit', 'review', 'decide'],
  certificates: ['read', 'create', 'propose', 'restore', 'record-visit'],
  'certificate-proposals': ['read', 'decide'],
  'conformity-certificates': ['read', 'create', 'print', 'void', 'withdraw'],
  complaints: ['read', 'create', 'assign', 'handle', 'reveal'],
  inspections: ['read', 'create', 'conduct', 'order', 'answer'],
  'inspection-plans': ['read', 'create', 'draw'],
  deadlines: ['read', 'extend', 'suspend', 'resume'],
  'warning-rules': ['read', 'create', 'supersede', 'switch'],
  'warning-dry-runs': ['read', 'create', 'cancel'],
  'warning-channels': ['read', 'create', 'disable', 'enable', 'test'],
  'warning-deliveries': ['read', 'retry'],
  warnings: ['read', 'acknowledge', 'handle', 'resolve', 'dismiss', 'close', 'follow-up'],
  'warning-silences': ['read', 'create', 'end'],
  'warning-tasks': ['read', 'create', 'complete', 'withdraw'],
  'penalty-law': ['read', 'supersede'],
  'assessment-figures': ['read'],
  assessments: ['read', 'create', 'appeal', 'decide'],
  'register-exports': ['read'],
  'register-imports': ['read', 'create', 'store', 'cancel'],
  webhooks: ['read', 'create', 'disable', 'enable', 'test', 'replay'],
  'hand-overs': ['read', 'create', 'record-receipt', 'resend'],
  'officer-certificates': ['read', 'create', 'declare-conflict', 'revoke'],
  cases: ['read', 'create', 'investigate', 'review', 'approve', 'publish', 'reveal'],
  'case-evidence': ['read', 'create', 'hold'],
  'case-documents': ['read', 'create'],
  'audit-log': ['read'],
  attachments: ['read', 'create', 'withdraw', 'erase'],
} as const;

export type Resource = keyof typeof resources;
export type Verb = (typeof resources)[Resource][number];

/** A verb on a resource, as a route names it: `samples:verify`. */
export type Permission = { [Name in Resource]: `${Name}:${(typeof resources)[Name][number]}` }[Resource];

export const everyPermission = Object.entries(resources).flatMap(([resource, verbs]) =>
  verbs.map((verb) => `${resource}:${verb}` as Permission),
);

export function partsOf(permission: Permission): { resource: Resource; verb: Verb } {
  const [resource, verb] = permission.split(':') as [Resource, Verb];
  return { resource, verb };
}
