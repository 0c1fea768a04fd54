import { unscoped } from '../../database/guard.ts';
import { subtreeRange } from '../../divisions/rules.ts';
import { Forbidden } from '../../errors.ts';
import type { Caller } from '../caller.ts';
import type { IdentityModels, UserRecord } from '../model.ts';
import type { Role } from '../roles.ts';

/** More than somebody chooses from. */
const atMost = 500;

/** Those who act for an office, by name; producers' own names stay with their producer. */
export function createPeople({ User }: Pick<IdentityModels, 'User'>) {
  const view = ({ username, displayName }: UserRecord) => ({ username, displayName });

  return {
    /** Of whoever has been met in a record. */
    async named(usernames: readonly string[]) {
      const found = await User.find({ username: { $in: usernames }, producerId: null })
        .setOptions(unscoped('who acted is told to whoever may read of the act'))
        .lean<UserRecord[]>();
      return found.map(view);
    },

    /** To choose from, for a task or an inspection. @throws Forbidden for a producer's account */
    async holding(caller: Caller, role: Role) {
      if (caller.producerId !== undefined) throw new Forbidden('Whom an office employs is not told to producers');
      const divisionCode = subtreeRange(caller.divisionCode);
      const found = await User.find({ divisionCode, roles: role, producerId: null, disabledAt: null })
        .setOptions(unscoped('colleagues of the own division, by name alone'))
        .sort({ divisionCode: 1, username: 1 })
        .limit(atMost)
        .lean<UserRecord[]>();
      return found.map(view);
    },
  };
}

export type People = ReturnType<typeof createPeople>;
