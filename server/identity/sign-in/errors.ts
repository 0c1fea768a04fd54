import { AgriTraceError, TooManyRequests } from '../../errors.ts';

/** The password was right; a code of the second factor has to come with it. */
export class CodeNeeded extends AgriTraceError {
  readonly code = 'code-needed';
  readonly status = 401;
  readonly title = 'A code is needed';
}

export class AccountDisabled extends AgriTraceError {
  readonly code = 'account-disabled';
  readonly status = 403;
  readonly title = 'This account is disabled';
}

export class SignInBlocked extends TooManyRequests {
  constructor(waitMs: number) {
    const seconds = Math.ceil(waitMs / 1000);
    super(`Too many failed attempts; the next one may be made in ${seconds} s`, seconds);
  }
}
