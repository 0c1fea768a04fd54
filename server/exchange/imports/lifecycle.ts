import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';

export const registerImportStates = [
  'checking',
  'checked',
  'refused',
  'storing',
  'stored',
  'halted',
  'cancelled',
] as const;
export type RegisterImportState = (typeof registerImportStates)[number];

/** Those in which the platform works on an import. */
export const workingStates = ['checking', 'storing'] as const satisfies RegisterImportState[];

interface Transition {
  verb: 'store' | 'cancel';
  from: readonly RegisterImportState[];
  to: RegisterImportState;
  permission: Permission;
  /** Why it is refused in another state. */
  otherwise: Bilingual;
}

/** What people do. By itself `checking` becomes `checked`, or `refused` for a bad row; `storing` becomes `stored`, or `halted` at one. */
export const registerImportTransitions: readonly Transition[] = [
  {
    verb: 'store',
    from: ['checked'],
    to: 'storing',
    permission: 'register-imports:store',
    otherwise: { zh: '只有预检通过的表可以导入', en: 'only a table that was tried without a bad row can be stored' },
  },
  {
    verb: 'cancel',
    from: ['checking', 'checked', 'storing'],
    to: 'cancelled',
    permission: 'register-imports:cancel',
    otherwise: { zh: '已经结束', en: 'it has ended already' },
  },
];

export type RegisterImportVerb = Transition['verb'];

export function registerImportTransition(verb: RegisterImportVerb): Transition {
  const found = registerImportTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}
