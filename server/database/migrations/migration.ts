import type { Connection } from 'mongoose';
import type { Logger } from 'pino';

export interface MigrationWork {
  connection: Connection;
  log: Logger;
  /** Aborted when another instance may have begun. */
  lost: AbortSignal;
  /** How far an earlier, interrupted run had come, as it told. */
  reached: string | undefined;
  /** Tells how far the work is; after an interruption it goes on from there. */
  reach(mark: string): Promise<void>;
}

/**
 * One change of stored data between two versions of the platform. It may be run again over what it has already changed, in
 * whole or in part, without doing harm: an interruption can come between any two writes.
 */
export interface Migration {
  /** 1, 2, 3 … without gaps; never given twice, never changed once released. */
  number: number;
  name: string;
  run(work: MigrationWork): Promise<void>;
}
