import { decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../caller.ts';
import type { UserRecord } from '../model.ts';
import { mayDo, noRight } from '../rights/ability.ts';
import { refusalOf, type UserVerb, userVerbs } from './verbs.ts';

export function userView(user: UserRecord, divisionName: (code: string) => string) {
  return {
    id: user._id.toHexString(),
    username: user.username,
    displayName: user.displayName,
    roles: user.roles,
    divisionCode: user.divisionCode,
    divisionName: divisionName(user.divisionCode),
    ...(user.producerId && { producerId: user.producerId.toHexString() }),
    ...(user.laboratory && { laboratory: user.laboratory }),
  };
}

/** As an administrator sees it, with what may be done next. */
export function managedUserView(user: UserRecord, caller: Caller, divisionName: (code: string) => string) {
  const reasonAgainst = (verb: UserVerb) =>
    mayDo(caller, `users:${verb}`, user) ? refusalOf(verb, standingOf(user), caller.userId) : noRight;
  return {
    ...userView(user, divisionName),
    createdAt: user.createdAt.toISOString(),
    mustChangePassword: user.mustChangePassword === true,
    ...(user.disabledAt && { disabledAt: user.disabledAt.toISOString() }),
    ...(user.secondFactorSince && { secondFactorSince: user.secondFactorSince.toISOString() }),
    ...(user.singleSignOnSubject !== undefined && { singleSignOnSubject: user.singleSignOnSubject }),
    ...decideVerbs(
      userVerbs.map((verb) => ({ verb })),
      ({ verb }) => reasonAgainst(verb),
    ),
  };
}

export function standingOf(user: UserRecord) {
  return {
    id: user._id.toHexString(),
    disabled: user.disabledAt !== undefined,
    secondFactor: user.secondFactorSecret !== undefined,
  };
}
