import { setTimeout as wait } from 'node:timers/promises';
import { type Connection, Schema } from 'mongoose';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { unguarded } from '../database/guard.ts';

interface LeaseRecord {
  _id: string;
  holder: string;
  until: Date;
}

const leaseSchema = new Schema<LeaseRecord>(
  {
    _id: { type: String, required: true },
    holder: { type: String, required: true },
    until: { type: Date, required: true },
  },
  { collection: 'leases', versionKey: false },
);

unguarded(leaseSchema, 'who runs a job');

const model = (connection: Connection) => connection.model<LeaseRecord>('Lease', leaseSchema);

export interface LeaseTimes {
  /** A holder that has not renewed for so long is taken for dead. */
  leaseMs: number;
  /** How often whoever waits asks again. */
  pollMs: number;
}

export const usualTimes: LeaseTimes = { leaseMs: 30_000, pollMs: 500 };

export interface LeaseOptions {
  name: string;
  /** Tells this instance from all others. */
  holder: string;
  clock: () => Date;
  times?: LeaseTimes;
  /** Ends the waiting for others. */
  signal?: AbortSignal;
}

/**
 * Does the work while this instance alone holds the lease, waiting for others that hold it. The work is told by the signal
 * when the lease was lost: another instance may have begun.
 */
export async function underLease<Result>(
  connection: Connection,
  options: LeaseOptions,
  work: (lost: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { times = usualTimes } = options;
  while (!(await take(connection, options, times))) await wait(times.pollMs, undefined, { signal: options.signal });
  const lost = new AbortController();
  const renewal = setInterval(() => {
    take(connection, options, times).then(
      (held) => held || lost.abort(new Error(`the lease ${options.name} was lost to another instance`)),
      (error: unknown) => lost.abort(error),
    );
  }, times.leaseMs / 3);
  try {
    return await work(lost.signal);
  } finally {
    clearInterval(renewal);
    await model(connection).deleteOne({ _id: options.name, holder: options.holder });
  }
}

/**
 * Does the work unless somebody holds the lease already, who is then left to it. The lease lies apart from what is worked on:
 * renewing it is no conflict for a transaction that writes there.
 * @returns whether the work was done here
 */
export async function ifFree(
  connection: Connection,
  options: LeaseOptions,
  work: () => Promise<void>,
): Promise<boolean> {
  if (!(await take(connection, options, options.times ?? usualTimes))) return false;
  await underLease(connection, options, work);
  return true;
}

/** Takes or renews; `false` while another holds it. */
async function take(
  connection: Connection,
  { name, holder, clock }: LeaseOptions,
  { leaseMs }: LeaseTimes,
): Promise<boolean> {
  const now = clock();
  try {
    await model(connection).updateOne(
      { _id: name, $or: [{ holder }, { until: { $lt: now } }] },
      { $set: { holder, until: new Date(now.getTime() + leaseMs) } },
      { upsert: true },
    );
    return true;
  } catch (error) {
    // Another's lease does not match the filter, so the upsert meets its key.
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
