import type { EngineError } from '../errors.ts';
import type { Plain } from '../values/build.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import type { Command, Reply } from './command.ts';

/** Codes after which the same write may be sent again (MongoDB's category of retriable errors). */
const retriable = new Set([6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
/** Codes after which a whole transaction may be tried again. */
const transient = new Set([24, 112, 246, 251, 267]);

/**
 * Codes which say that the server is no primary. Those of a shutdown are not among them: a server tells of its state
 * with these only once it is waiting for its clients to leave.
 */
const ofState = new Set([189, 10058, 10107, 11602, 13435, 13436]);

export function tellsOfState({ code }: EngineError): boolean {
  return ofState.has(code);
}

/** Labels which a fail point has given stand in place of the server's own. */
const given = new WeakSet<EngineError>();

export function withGivenLabels(error: EngineError, labels: string[] | undefined): EngineError {
  if (!labels) return error;
  error.labels = labels;
  given.add(error);
  return error;
}

/** A write that carries a transaction number outside of a transaction: its answer is remembered. */
export function isRetryable(command: Command): boolean {
  return command.get('txnNumber') !== undefined && command.get('autocommit') === undefined;
}

function endsTransaction({ name }: Command): boolean {
  return name === 'commitTransaction' || name === 'abortTransaction';
}

/** Adds the labels by which a driver decides what to send again. */
export function withLabels(command: Command, error: EngineError): EngineError {
  if (given.has(error)) return error;
  const add = (label: string) => {
    if (!error.labels.includes(label)) error.labels.push(label);
  };
  const inTransaction = command.get('autocommit') !== undefined;
  const ends = endsTransaction(command);
  if (inTransaction && (transient.has(error.code) || (retriable.has(error.code) && !ends)))
    add('TransientTransactionError');
  if ((isRetryable(command) || ends) && retriable.has(error.code)) add('RetryableWriteError');
  if (!inTransaction) error.labels = error.labels.filter((label) => label !== 'TransientTransactionError');
  return error;
}

/** The same for a write concern's error, which stands beside a result. */
export function withRetryLabel(command: Command, reply: Reply): Reply {
  const concern = reply.writeConcernError as { [name: string]: Plain } | undefined;
  const code = concern?.code;
  const number =
    code && typeof code === 'object' && 'type' in code && isNumber(code as never) ? readDouble(code as never) : code;
  const labelled = reply.errorLabels !== undefined;
  if (labelled || !(isRetryable(command) || endsTransaction(command)) || !retriable.has(Number(number))) return reply;
  return { ...reply, errorLabels: ['RetryableWriteError'] };
}
