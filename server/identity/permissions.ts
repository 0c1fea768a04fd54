import type { Role } from './roles.ts';

const resources = {
  divisions: ['read'],
  users: ['read', 'create'],
  producers: ['read', 'create', 'reveal'],
  sites: ['read', 'create'],
  products: ['read', 'create'],
  standards: ['read'],
  limits: ['read'],
  devices: ['read', 'create'],
  readings: ['read'],
  batches: ['read', 'create', 'hold', 'release'],
  events: ['read', 'create'],
  samples: ['read', 'create', 'receive', 'enter-result', 'verify'],
  'rapid-tests': ['read'],
  'warning-rules': ['read', 'create'],
  warnings: ['read', 'acknowledge', 'resolve'],
  'audit-log': ['read'],
} as const;

type Resources = typeof resources;
export type Permission = { [Name in keyof Resources]: `${Name}:${Resources[Name][number]}` }[keyof Resources];

const everyPermission = Object.entries(resources).flatMap(([resource, verbs]) =>
  verbs.map((verb) => `${resource}:${verb}` as Permission),
);

/** What every member of staff may look at, within the own division. */
const reading: Permission[] = [
  'divisions:read',
  'producers:read',
  'sites:read',
  'products:read',
  'standards:read',
  'limits:read',
  'batches:read',
  'events:read',
  'samples:read',
  'rapid-tests:read',
  'warnings:read',
  'warning-rules:read',
  'devices:read',
  'readings:read',
];

/** Role → rights. What is not here is refused. */
const rights: Record<Role, readonly Permission[]> = {
  administrator: everyPermission,
  supervisor: [
    ...reading,
    'producers:create',
    'producers:reveal',
    'sites:create',
    'products:create',
    'devices:create',
    'batches:create',
    'batches:hold',
    'batches:release',
    'events:create',
    'samples:create',
    'warning-rules:create',
    'warnings:acknowledge',
    'warnings:resolve',
  ],
  sampler: [...reading, 'samples:create'],
  analyst: [...reading, 'samples:receive', 'samples:enter-result'],
  reviewer: [...reading, 'samples:verify'],
  certifier: reading,
  officer: [
    ...reading,
    'producers:reveal',
    'batches:hold',
    'batches:release',
    'warnings:acknowledge',
    'warnings:resolve',
  ],
  producer: [
    'divisions:read',
    'products:read',
    'standards:read',
    'limits:read',
    'producers:read',
    'producers:reveal',
    'sites:read',
    'sites:create',
    'batches:read',
    'batches:create',
    'events:read',
    'events:create',
    'samples:read',
    'devices:read',
    'readings:read',
    'warnings:read',
  ],
  auditor: [...reading, 'audit-log:read'],
};

export function isAllowed(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => rights[role].includes(permission));
}

/** All rights of these roles, for the console to show only what can be done. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  return everyPermission.filter((permission) => isAllowed(held, permission));
}
