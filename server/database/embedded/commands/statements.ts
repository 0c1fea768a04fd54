import { EngineError, type HeldByTransaction, Refusal } from '../errors.ts';
import { maximumWriteBatch } from '../limits.ts';
import type { View } from '../storage/view.ts';
import type { Value } from '../values/bson.ts';
import type { Plain } from '../values/build.ts';
import { type Run, writeWith } from './access.ts';
import type { Command, Reply } from './command.ts';
import { newProgress, type Progress } from './session-record.ts';
import type { Steps } from './targets.ts';

/** A store write ends after so many milliseconds or documents, so that other commands get their turn. */
const piece = { milliseconds: 20, documents: 2000 };
/** Messages of errors are left out when those before have so many bytes, as MongoDB does: the reply must stay small. */
const maximumErrorBytes = 2 ** 20;

/** Runs one statement, at once or document by document. */
export type Statement = (view: View, index: number, progress: Progress) => Steps<void> | undefined;

function writeError(index: number, error: EngineError): { [name: string]: Plain } {
  return { index, code: error.code, errmsg: error.message, ...(error.details as { [name: string]: Plain }) };
}

function isTransient(error: EngineError): boolean {
  return error.labels.includes('TransientTransactionError');
}

/** How much a store write may do before others get their turn. */
class Piece {
  private readonly ends = Date.now() + piece.milliseconds;
  private documents = 0;

  /** Counts one document, or one statement; true when it was the last. */
  isOver(): boolean {
    return ++this.documents >= piece.documents || Date.now() >= this.ends;
  }
}

/** A write command's statements on their way. */
class Statements {
  private readonly run: Run;
  private readonly progress: Progress;
  private readonly statement: Statement;
  /** The statement that is half done. */
  private half: Steps<void> | undefined;

  constructor(run: Run, progress: Progress, statement: Statement) {
    this.run = run;
    this.progress = progress;
    this.statement = statement;
  }

  /**
   * Goes on with the next statement, or with the one that is half done; false when the piece is over before it is.
   * Throws whom it must wait for; what has thrown that itself has done nothing, and begins anew.
   */
  advance(view: View, piece: Piece): boolean {
    const { run, progress } = this;
    let held: HeldByTransaction | undefined;
    try {
      const resumed = this.half !== undefined;
      this.half ??= this.statement(view, progress.next, progress);
      const step = this.half && this.walk(this.half, resumed, piece);
      if (step && !step.done) {
        if (!step.value) return false;
        held = step.value;
      }
    } catch (error) {
      this.half = undefined;
      if (!(error instanceof EngineError) || (run.transaction && isTransient(error))) throw error;
      progress.writeErrors.push(writeError(progress.next, error));
      if (run.transaction && run.session) {
        // An error ends the transaction; nothing after it can count.
        run.engine.sessions.abort(run.session);
        progress.next = Number.POSITIVE_INFINITY;
        return true;
      }
    }
    if (held) throw held;
    this.half = undefined;
    progress.next++;
    return true;
  }

  private walk(
    steps: Steps<void>,
    resumed: boolean,
    piece: Piece,
  ): IteratorResult<HeldByTransaction | undefined, void> {
    let step = steps.next(resumed);
    while (!step.done && !step.value && (this.run.transaction || !piece.isOver())) step = steps.next(false);
    return step;
  }
}

/**
 * Runs a write command's statements. A document is written whole or not at all; with `ordered` the first error ends
 * the command. What a retryable command has done is remembered in the same store write.
 */
export async function runStatements(
  run: Run,
  statements: readonly Value[],
  ordered: boolean,
  statement: Statement,
): Promise<Progress> {
  const retryable = run.transaction ? undefined : run.engine.sessions.progressOf(run.command, run.session);
  const progress = retryable?.progress ?? newProgress();
  const stopped = (): boolean => ordered && progress.writeErrors.length > 0;
  const finished = (): boolean => progress.next >= statements.length || stopped();
  const running = new Statements(run, progress, statement);
  while (!finished()) {
    if (Date.now() > run.deadline) throw new EngineError(50, 'operation exceeded time limit');
    await writeWith(run, (view) => {
      const piece = new Piece();
      const from = progress.next;
      try {
        while (!finished() && running.advance(view, piece) && (run.transaction || !piece.isOver()));
      } finally {
        if (retryable && run.session && progress.next > from) {
          run.engine.sessions.remember(run.session, retryable.txnNumber, progress);
        }
      }
    });
  }
  return progress;
}

/** A statement over many documents cannot be answered from memory: it may have been half done. */
export function requireOnce(run: Run, multi: boolean, what: string): void {
  if (!multi || run.transaction || run.command.get('txnNumber') === undefined) return;
  throw new EngineError(72, `Cannot use (or request) retryable writes with ${what}`);
}

function shortened(errors: Progress['writeErrors']): Progress['writeErrors'] {
  let bytes = 0;
  return errors.map((error, at) => {
    if (bytes >= maximumErrorBytes && at >= 2) return { ...error, errmsg: '' };
    bytes += Buffer.byteLength(String(error.errmsg));
    return error;
  });
}

export function writeReply(progress: Progress, fields: Reply): Reply {
  return {
    n: progress.n,
    ...fields,
    ...(progress.writeErrors.length > 0 ? { writeErrors: shortened(progress.writeErrors) } : {}),
  };
}

export function batchOf(command: Command, name: string): Value[] {
  const statements = command.list(name);
  if (!statements) throw new EngineError(40414, `BSON field '${command.name}.${name}' is missing but a required field`);
  if (statements.length < 1 || statements.length > maximumWriteBatch) {
    throw new EngineError(
      16,
      `Write batch sizes must be between 1 and ${maximumWriteBatch}. Got ${statements.length} operations.`,
    );
  }
  return statements;
}

/** Whether a command as a whole is malformed, not only what one of its statements asks for. */
function concernsCommand(error: EngineError): boolean {
  return (
    error instanceof Refusal || [40414, 40415].includes(error.code) || /^(BSON field|BulkWrite ops)/.test(error.message)
  );
}

/**
 * Parses every statement before anything is written. What is refused or malformed ends the command; any other error
 * is its statement's own and thrown when that is run.
 */
export function parsedStatements<Parsed>(
  statements: readonly Value[],
  parse: (statement: Value, index: number) => Parsed,
): (index: number) => Parsed {
  const parsed = statements.map((statement, index): { value: Parsed } | { error: EngineError } => {
    try {
      return { value: parse(statement, index) };
    } catch (error) {
      if (!(error instanceof EngineError) || concernsCommand(error)) throw error;
      return { error };
    }
  });
  return (index) => {
    const each = parsed[index];
    if (!each) throw new RangeError(`there is no statement ${index}`);
    if ('error' in each) throw each.error;
    return each.value;
  };
}

export function isOrdered(command: Command): boolean {
  return command.get('ordered') === undefined || command.flag('ordered');
}
