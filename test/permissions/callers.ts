import type { Permission } from '../../server/identity/permissions.ts';
import type { Condition } from '../../server/identity/rights/conditions.ts';
import { rights } from '../../server/identity/rights/table.ts';
import { type Role, roles } from '../../server/identity/roles.ts';
import { Api } from '../support/api.ts';
import { password, type TestPlatform } from '../support/platform.ts';
import { ownCounty, ownLaboratory, type Place, type PlaceName, places } from './places.ts';

export interface RoleCaller {
  role: Role;
  api: Api;
}

/** One account for each role, all in the same county; the producer's belongs to the producer at home. */
export async function oneOfEachRole({ url }: TestPlatform, admin: Api, home: Place): Promise<RoleCaller[]> {
  const callers: RoleCaller[] = [];
  for (const role of roles) {
    await admin.create('/api/v1/users', {
      ...person(`${role}-here`),
      roles: [role],
      laboratory: ownLaboratory,
      ...(role === 'producer' && { producerId: home.records.producers }),
    });
    callers.push({ role, api: await Api.signIn(url, `${role}-here`, password) });
  }
  return callers;
}

export function person(username: string) {
  return { username, displayName: username, password, divisionCode: ownCounty };
}

/** The table's conditions read anew, for the places of the matrix. */
const taking: Record<Condition, (place: PlaceName) => boolean> = {
  anywhere: () => true,
  'by the city': () => false,
  'in the own division': (place) => places[place].inside,
  'in the own division, or in none for the city': (place) => places[place].inside,
  'that hold in the own division': (place) => places[place].inside || places[place].above,
  'of the own laboratory': (place) => places[place].inside && places[place].laboratory === ownLaboratory,
  'of the own producer': (place) => place === 'home',
  'of the own producer in the own division': (place) => place === 'home',
};

export function conditionOf(role: Role, permission: string): Condition | undefined {
  return rights[role][permission as Permission];
}

/** Does the table give this role the right for the records of that place? */
export function reaches(role: Role, permission: string, place: PlaceName): boolean {
  const condition = conditionOf(role, permission);
  return condition !== undefined && taking[condition](place);
}
