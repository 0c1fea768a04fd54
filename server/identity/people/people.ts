import { unscoped } from '../../database/guard.ts';
import type { IdentityModels, UserRecord } from '../model.ts';

/** The names of those who act for an office, for whoever has met their user names in a record; producers' own names stay with their producer. */
export function createPeople({ User }: Pick<IdentityModels, 'User'>) {
  return {
    async named(usernames: readonly string[]) {
      const found = await User.find({ username: { $in: usernames }, producerId: null })
        .setOptions(unscoped('who acted is told to whoever may read of the act'))
        .lean<UserRecord[]>();
      return found.map(({ username, displayName }) => ({ username, displayName }));
    },
  };
}

export type People = ReturnType<typeof createPeople>;
