import { type DestinationStream, type Logger, pino } from 'pino';
import { logFieldsOfRequest } from './http/request-scope.ts';

const secretFields = [
  'password',
  'newPassword',
  'secret',
  'token',
  'authorization',
  'cookie',
  'oneTimePassword',
  'totpSecret',
  'key',
];

/**
 * The platform's log: one JSON object a line on standard error, with the id of the request during which it was written.
 * A secret that comes into a line by accident, at the top, one or two levels down, is struck out.
 */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: false }),
): Logger {
  return pino(
    {
      level,
      mixin: logFieldsOfRequest,
      redact: {
        paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '[secret]',
      },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination,
  );
}
