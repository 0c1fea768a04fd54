/** Every error that a caller may see: one list, each with its code and HTTP status. `http/problem.ts` turns them into RFC 9457 documents. */

import type { Bilingual } from './http/fields.ts';

export interface FieldError {
  /** JSON pointer (RFC 6901) into the request, e.g. `/name` or `/query/limit`. */
  pointer: string;
  message: string;
  /** Of a reason that programs go by; stable. */
  code?: string;
  /** The reason in both languages. */
  text?: Bilingual;
}

/** Every `code` of a problem; stable, so that programs and the console's words go by it. */
export const problemCodes = [
  'invalid-input',
  'unauthenticated',
  'code-needed',
  'forbidden',
  'account-disabled',
  'not-found',
  'method-not-allowed',
  'not-acceptable',
  'conflict',
  'illegal-transition',
  'too-large',
  'query-too-large',
  'query-too-complex',
  'subscription-controls',
  'uri-too-long',
  'unsupported-media-type',
  'too-many-requests',
  'not-implemented',
  'unavailable',
  'records-altered',
  'internal-error',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export abstract class AgriTraceError extends Error {
  abstract readonly code: ProblemCode;
  abstract readonly status: number;
  abstract readonly title: string;
  readonly errors: FieldError[];
  /** The detail in both languages, where it is not to be looked up. */
  text?: Bilingual;

  constructor(detail: string | Bilingual, errors: FieldError[] = []) {
    super(typeof detail === 'string' ? detail : detail.en);
    if (typeof detail !== 'string') this.text = detail;
    this.name = new.target.name;
    this.errors = errors;
  }
}

export class InvalidInput extends AgriTraceError {
  readonly code = 'invalid-input';
  readonly status = 400;
  readonly title = 'The request is not valid';

  static field(pointer: string, told: string | Bilingual): InvalidInput {
    const error = typeof told === 'string' ? { pointer, message: told } : { pointer, message: told.en, text: told };
    return new InvalidInput(told, [error]);
  }
}

export class Unauthenticated extends AgriTraceError {
  readonly code = 'unauthenticated';
  readonly status = 401;
  readonly title = 'Sign in first';
}

export class Forbidden extends AgriTraceError {
  readonly code = 'forbidden';
  readonly status = 403;
  readonly title = 'Your role or division does not allow this';
}

export class NotFound extends AgriTraceError {
  readonly code = 'not-found';
  readonly status = 404;
  readonly title = 'There is no such record';
}

export class Conflict extends AgriTraceError {
  readonly code = 'conflict';
  readonly status = 409;
  readonly title = 'This contradicts what is recorded';
}

export class IllegalTransition extends AgriTraceError {
  readonly code = 'illegal-transition';
  readonly status = 409;
  readonly title = 'The record is not in a state that allows this';
}

export class TooLarge extends AgriTraceError {
  readonly code = 'too-large';
  readonly status = 413;
  readonly title = 'The request is too large';
}

export class UriTooLong extends AgriTraceError {
  readonly code = 'uri-too-long';
  readonly status = 414;
  readonly title = 'The address is too long';
}

export class UnsupportedMediaType extends AgriTraceError {
  readonly code = 'unsupported-media-type';
  readonly status = 415;
  readonly title = 'The request is in a form that is not taken here';
}

export class TooManyRequests extends AgriTraceError {
  readonly code = 'too-many-requests';
  readonly status = 429;
  readonly title = 'Too many attempts';
  readonly retryAfterSeconds: number | undefined;

  constructor(detail: string, retryAfterSeconds?: number) {
    super(detail);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export class Unavailable extends AgriTraceError {
  readonly code = 'unavailable';
  readonly status = 503;
  readonly title = 'The service is not ready';
}

export class RecordsAltered extends AgriTraceError {
  readonly code = 'records-altered';
  readonly status = 503;
  readonly title = 'What is stored is not what was recorded';
}
