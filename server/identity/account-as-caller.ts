import type { Caller } from './caller.ts';
import type { UserRecord } from './model.ts';

/** An account as a caller; without roles while the sign-in is unfinished, so that it reaches nothing that asks for a right. */
export function accountAsCaller(user: UserRecord, unfinished: Caller['unfinished']): Caller {
  return {
    userId: user._id.toHexString(),
    username: user.username,
    roles: unfinished ? [] : user.roles,
    divisionCode: user.divisionCode,
    ...(user.producerId && { producerId: user.producerId.toHexString() }),
    ...(user.laboratory && { laboratory: user.laboratory }),
    ...(unfinished && { unfinished }),
  };
}
