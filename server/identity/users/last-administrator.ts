import type { ClientSession } from 'mongoose';
import { unscoped } from '../../database/guard.ts';
import { selfAndAbove } from '../../divisions/rules.ts';
import { Conflict } from '../../errors.ts';
import type { IdentityModels, UserRecord } from '../model.ts';
import { type Account, remainingAdministrator } from './rules.ts';

function accountOf(user: UserRecord): Account {
  return {
    id: user._id.toHexString(),
    roles: user.roles,
    divisionCode: user.divisionCode,
    disabled: user.disabledAt !== undefined,
  };
}

/**
 * Refuses the change that would leave a division without an administrator. Whoever remains is written to in the same
 * transaction: if that one goes at the same moment, one of the two transactions fails and is judged again.
 * @throws Conflict
 */
export async function keepAnAdministrator(
  { User }: Pick<IdentityModels, 'User'>,
  session: ClientSession,
  now: Date,
  { before, after }: { before: UserRecord; after: UserRecord },
): Promise<void> {
  const others = await User.find({
    roles: 'administrator',
    divisionCode: { $in: selfAndAbove(before.divisionCode) },
    _id: { $ne: before._id },
  })
    .setOptions(unscoped('administrators above the caller count too'))
    .session(session)
    .lean<UserRecord[]>();
  const remaining = remainingAdministrator(accountOf(before), accountOf(after), others.map(accountOf));
  if (remaining === null) throw new Conflict('This is the last administrator of the division');
  if (remaining)
    await User.updateOne(
      { _id: remaining.id },
      { $set: { reliedOnAt: now } },
      { session, ...unscoped('the one that was found') },
    );
}
