import type { Role } from '../roles.ts';
import type { Condition } from './conditions.ts';
import { everyPermission, type Permission } from './resources.ts';

/** What a role may do, and with which records. What is not here is refused. */
export type Rights = Readonly<Partial<Record<Permission, Condition>>>;

/** What is nobody's in particular: standards and limits, and what foods are called. */
const commonKnowledge: Rights = {
  'products:read': 'anywhere',
  'standards:read': 'anywhere',
  'limits:read': 'anywhere',
};

/** What every member of staff may look at. */
const staff: Rights = {
  ...commonKnowledge,
  'producers:read': 'in the own division',
  'sites:read': 'in the own division',
  'devices:read': 'in the own division',
  'readings:read': 'in the own division',
  'batches:read': 'in the own division',
  'events:read': 'in the own division',
  'captures:read': 'in the own division',
  'recalls:read': 'in the own division',
  'recall-tasks:read': 'in the own division',
  'samples:read': 'in the own division',
  'rapid-tests:read': 'in the own division',
  'warnings:read': 'in the own division',
  'warning-rules:read': 'that hold in the own division',
  'warning-deliveries:read': 'in the own division',
  // Of these records, those whose own record can be read: `server/attachments/service.ts` asks its element.
  'attachments:read': 'in the own division',
};

/** Role → right → which records. This is the one place where rights are given. */
export const rights: Readonly<Record<Role, Rights>> = {
  administrator: {
    ...each(everyPermission, 'in the own division'),
    ...commonKnowledge,
    'products:create': 'by the city',
    'standards:import': 'by the city',
    'warning-rules:read': 'that hold in the own division',
    'sign-in-policy:read': 'that hold in the own division',
    'sign-in-policy:update': 'by the city',
    'audit-log:read': 'in the own division, or in none for the city',
    'security-events:read': 'in the own division, or in none for the city',
  },
  supervisor: {
    ...staff,
    'producers:create': 'in the own division',
    'producers:reveal': 'in the own division',
    'producers:correct': 'in the own division',
    'sites:create': 'in the own division',
    'products:create': 'by the city',
    'devices:create': 'in the own division',
    'devices:issue-claim-code': 'in the own division',
    'devices:command': 'in the own division',
    'devices:rotate-secret': 'in the own division',
    'devices:place': 'in the own division',
    'devices:correct-placements': 'in the own division',
    'devices:calibrate': 'in the own division',
    'devices:bind-certificate': 'in the own division',
    'devices:disable': 'in the own division',
    'devices:enable': 'in the own division',
    'devices:retire': 'in the own division',
    'batches:create': 'in the own division',
    'batches:hold': 'in the own division',
    'batches:release': 'in the own division',
    'events:create': 'in the own division',
    'captures:create': 'in the own division',
    'recalls:create': 'in the own division',
    'recalls:issue': 'in the own division',
    'recalls:close': 'in the own division',
    'recalls:cancel': 'in the own division',
    'recall-tasks:receive': 'in the own division',
    'recall-tasks:report': 'in the own division',
    'recall-tasks:check': 'in the own division',
    'samples:create': 'in the own division',
    'warning-rules:create': 'in the own division',
    'warnings:acknowledge': 'in the own division',
    'warnings:resolve': 'in the own division',
    'warning-channels:read': 'in the own division',
    'warning-channels:create': 'in the own division',
    'warning-channels:disable': 'in the own division',
    'warning-channels:enable': 'in the own division',
    'warning-channels:test': 'in the own division',
    'warning-deliveries:retry': 'in the own division',
    'attachments:create': 'in the own division',
    'attachments:withdraw': 'in the own division',
  },
  sampler: {
    ...staff,
    'samples:create': 'in the own division',
    'samples:hand-over': 'in the own division',
    'attachments:create': 'in the own division',
  },
  analyst: {
    ...staff,
    'samples:hand-over': 'of the own laboratory',
    'samples:receive': 'of the own laboratory',
    'samples:assign': 'of the own laboratory',
    'samples:enter-result': 'of the own laboratory',
    'attachments:create': 'in the own division',
  },
  reviewer: {
    ...staff,
    'samples:assign': 'of the own laboratory',
    'samples:verify': 'of the own laboratory',
    'samples:invalidate': 'of the own laboratory',
  },
  certifier: staff,
  officer: {
    ...staff,
    'producers:reveal': 'in the own division',
    'recall-tasks:report': 'in the own division',
    'recall-tasks:check': 'in the own division',
    'batches:hold': 'in the own division',
    'batches:release': 'in the own division',
    'warnings:acknowledge': 'in the own division',
    'warnings:resolve': 'in the own division',
    'attachments:create': 'in the own division',
    'attachments:withdraw': 'in the own division',
  },
  producer: {
    ...commonKnowledge,
    'producers:read': 'of the own producer',
    'producers:reveal': 'of the own producer',
    'producers:correct': 'of the own producer',
    'sites:read': 'of the own producer',
    'sites:create': 'of the own producer in the own division',
    'devices:read': 'of the own producer',
    'readings:read': 'of the own producer',
    'batches:read': 'of the own producer',
    'batches:create': 'of the own producer',
    'events:read': 'of the own producer',
    'events:create': 'of the own producer',
    'captures:read': 'of the own producer',
    'captures:create': 'of the own producer',
    'recall-tasks:read': 'of the own producer',
    'recall-tasks:receive': 'of the own producer',
    'recall-tasks:report': 'of the own producer',
    'samples:read': 'of the own producer',
    'warnings:read': 'of the own producer',
    'attachments:read': 'of the own producer',
    'attachments:create': 'of the own producer',
  },
  auditor: {
    ...staff,
    'audit-log:read': 'in the own division, or in none for the city',
    'security-events:read': 'in the own division, or in none for the city',
  },
};

function each(permissions: readonly Permission[], condition: Condition): Rights {
  return Object.fromEntries(permissions.map((permission) => [permission, condition]));
}
