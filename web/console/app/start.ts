import type { CurrentUser } from '../api/types.ts';

/** Where each role finds its day's work. Whoever holds several begins as the first of them here. */
const starts: readonly [CurrentUser['roles'][number], string][] = [
  ['administrator', '/overview'],
  ['supervisor', '/overview'],
  ['auditor', '/overview'],
  ['officer', '/cases'],
  ['certifier', '/certification-applications'],
  ['reviewer', '/samples?state=reported'],
  ['analyst', '/work-list'],
  ['sampler', '/samples'],
  ['producer', '/batches'],
];

export function startOf(roles: CurrentUser['roles']): string {
  return starts.find(([role]) => roles.includes(role))?.[1] ?? '/account';
}
