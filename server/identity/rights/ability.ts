import { createMongoAbility, type MongoAbility, subject } from '@casl/ability';
import { rulesToCondition } from '@casl/ability/extra';
import type { Bilingual } from '../../http/fields.ts';
import type { Caller } from '../caller.ts';
import { type Wanted, wantedBy } from './conditions.ts';
import { everyPermission, type Permission, partsOf, type Resource, type Verb } from './resources.ts';
import { rights } from './table.ts';

type Ability = MongoAbility<[Verb, Resource | (object & { __caslSubjectType__?: Resource })]>;

/** Matches no record. */
const nothing = { _id: { $in: [] } };

const abilitiesKept = 1_000;
const abilities = new Map<string, Ability>();

/** The table, as it reads for this caller. Callers with the same roles and belongings share one. */
function abilityOf(caller: Caller): Ability {
  const { roles, divisionCode, producerId = '', laboratory = '', scope } = caller;
  const key = JSON.stringify([[...roles].sort(), divisionCode, producerId, laboratory, scope ?? null]);
  const known = abilities.get(key) ?? defineAbility(caller);
  if (abilities.size >= abilitiesKept) abilities.clear();
  abilities.set(key, known);
  return known;
}

function defineAbility(caller: Caller): Ability {
  return createMongoAbility<Ability>(
    caller.roles.flatMap((role) =>
      Object.entries(rights[role]).flatMap(([permission, condition]) => {
        if (caller.scope && !caller.scope.includes(permission as Permission)) return [];
        const { resource, verb } = partsOf(permission as Permission);
        return wantedBy(condition, caller, resource).map((conditions) => ({
          action: verb,
          subject: resource,
          ...(Object.keys(conditions).length > 0 && { conditions }),
        }));
      }),
    ),
  );
}

/**
 * Is there any record with which this caller may do that? For an API token, its scope has to hold the right too. With
 * which ones, `within` tells.
 */
export function holds(caller: Caller, permission: Permission): boolean {
  const { resource, verb } = partsOf(permission);
  return abilityOf(caller).can(verb, resource);
}

/** All that this caller may do, for the console to show only what can be done. */
export function heldBy(caller: Caller): Permission[] {
  return everyPermission.filter((permission) => holds(caller, permission));
}

/** May this caller do that with this record? */
export function mayDo(caller: Caller, permission: Permission, record: object): boolean {
  const { resource, verb } = partsOf(permission);
  return abilityOf(caller).can(verb, subject(resource, { ...record }));
}

/** The records with which this caller may do that, as a filter of a query. */
export function filterOf(caller: Caller, permission: Permission): Wanted {
  const { resource, verb } = partsOf(permission);
  const filter = rulesToCondition(
    abilityOf(caller).rulesFor(verb, resource),
    ({ conditions }): Wanted => (conditions as Wanted | undefined) ?? {},
    { and: (all): Wanted => ({ $and: all }), or: (any): Wanted => anyOf(any), empty: (): Wanted => ({}) },
  );
  return filter ?? nothing;
}

function anyOf(alternatives: Wanted[]): Wanted {
  const different = [...new Map(alternatives.map((wanted) => [JSON.stringify(wanted), wanted])).values()];
  const [first, ...others] = different;
  if (!first) return nothing;
  return others.length > 0 ? { $or: different } : first;
}

/** Why a verb is refused to whoever lacks the right to it. */
export const noRight: Bilingual = { zh: '您的角色没有此权限', en: 'your role does not have this right' };
