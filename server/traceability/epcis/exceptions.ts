import mongoose from 'mongoose';
import { AgriTraceError, type FieldError } from '../../errors.ts';

/** Errors whose EPCIS type does not follow from what kind of error they are (REST binding, RFC 9457 documents). */
export abstract class EpcisError extends AgriTraceError {
  abstract readonly epcisException: string;
}

export class QueryTooLarge extends EpcisError {
  readonly code = 'query-too-large';
  readonly status = 413;
  readonly title = 'The query finds more events than it allows';
  readonly epcisException = 'QueryTooLargeException';
}

export class QueryTooComplex extends EpcisError {
  readonly code = 'query-too-complex';
  readonly status = 413;
  readonly title = 'The query asks for too much work';
  readonly epcisException = 'QueryTooComplexException';
}

export class NotAcceptable extends EpcisError {
  readonly code = 'not-acceptable';
  readonly status = 406;
  readonly title = 'There is no answer in the form that was asked for';
  readonly epcisException = 'NotAcceptableException';
}

export class MethodNotAllowed extends EpcisError {
  readonly code = 'method-not-allowed';
  readonly status = 405;
  readonly title = 'This resource does not know that method';
  readonly epcisException = 'ImplementationException';
}

export class NotStored extends EpcisError {
  readonly code = 'internal-error';
  readonly status = 500;
  readonly title = 'The server could not finish this';
  readonly epcisException = 'ImplementationException';
}

/** Is it a fault of the program, which comes again however often it is tried? */
export function isOwnFault(error: unknown): boolean {
  const { CastError, ValidationError } = mongoose.Error;
  return [TypeError, RangeError, CastError, ValidationError].some((kind) => error instanceof kind);
}

export class NotImplemented extends EpcisError {
  readonly code = 'not-implemented';
  readonly status = 501;
  readonly title = 'This part of the standard is not offered here';
  readonly epcisException = 'ImplementationException';
}

export class SubscriptionControls extends EpcisError {
  readonly code = 'subscription-controls';
  readonly status = 400;
  readonly title = 'It does not say when to deliver';
  readonly epcisException = 'SubscriptionControlsException';

  static field(pointer: string, message: string): SubscriptionControls {
    return new SubscriptionControls(message, [{ pointer, message }]);
  }
}

const byCode: Readonly<Record<string, string>> = {
  unauthenticated: 'SecurityException',
  forbidden: 'SecurityException',
  'not-found': 'NoSuchNameException',
  conflict: 'ResourceAlreadyExistsException',
  'uri-too-long': 'URITooLongException',
  'unsupported-media-type': 'UnsupportedMediaTypeException',
};

/** The type of an error's problem document, as the REST binding names it. */
export function epcisType(error: AgriTraceError | undefined, method: string): string {
  return `epcisException:${nameOf(error, method)}`;
}

function nameOf(error: AgriTraceError | undefined, method: string): string {
  if (!error) return 'ImplementationException';
  if (error instanceof EpcisError) return error.epcisException;
  if (error.code === 'too-large') return method === 'GET' ? 'QueryTooLargeException' : 'CaptureLimitExceededException';
  if (error.code === 'invalid-input') return method === 'GET' ? 'QueryParameterException' : 'ValidationException';
  return byCode[error.code] ?? 'ImplementationException';
}

/** One event's fault, as a capture job tells it. */
export function faultOf(error: AgriTraceError, index: number, place: string) {
  const places: FieldError[] = error.errors.map(({ pointer, message }) => ({
    pointer: pointer.startsWith(place) ? pointer : `${place}${pointer}`,
    message,
  }));
  return {
    type: epcisType(error, 'POST'),
    title: error.title,
    status: error.status,
    detail: error.message,
    index,
    places,
  };
}
