import { type Connection, Schema } from 'mongoose';
import type { Logger } from 'pino';
import { type LeaseTimes, underLease } from '../../jobs/lease.ts';
import { unguarded } from '../guard.ts';
import type { Migration } from './migration.ts';

interface MigrationRecord {
  _id: number;
  name: string;
  startedAt: Date;
  finishedAt?: Date;
  reached?: string;
}

const migrationSchema = new Schema<MigrationRecord>(
  {
    _id: { type: Number, required: true },
    name: { type: String, required: true },
    startedAt: { type: Date, required: true },
    finishedAt: Date,
    reached: String,
  },
  { collection: 'migrations', versionKey: false },
);
unguarded(migrationSchema, 'which migrations have run');

/** The database was written by a newer version of the platform: this one could misread and damage it. */
export class NewerDatabase extends Error {
  constructor(found: number, known: number) {
    super(`the database is at version ${found}, this program knows only up to ${known}: start a newer one`);
  }
}

export interface MigrateOptions {
  connection: Connection;
  migrations: readonly Migration[];
  holder: string;
  clock: () => Date;
  log: Logger;
  leaseTimes?: LeaseTimes;
}

/**
 * Runs, in order, what has not been finished yet. Of several instances that start at once, one does it and the others wait.
 * @throws NewerDatabase before anything is touched; whatever a migration throws, with all later ones left undone
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const { connection, migrations, holder, clock, leaseTimes } = options;
  requireOrder(migrations);
  if ((await outstanding(options)).length === 0) return;
  const lease = { name: 'migrations', holder, clock, ...(leaseTimes && { times: leaseTimes }) };
  await underLease(connection, lease, async (lost) => {
    for (const migration of await outstanding(options)) {
      lost.throwIfAborted();
      await runOne(options, migration, lost);
    }
  });
}

const model = (connection: Connection) => connection.model<MigrationRecord>('Migration', migrationSchema);

async function outstanding({ connection, migrations }: MigrateOptions): Promise<Migration[]> {
  const records = await model(connection).find().lean();
  const newest = Math.max(0, ...records.map(({ _id }) => _id));
  if (newest > migrations.length) throw new NewerDatabase(newest, migrations.length);
  const finished = new Set(records.filter(({ finishedAt }) => finishedAt).map(({ _id }) => _id));
  return migrations.filter(({ number }) => !finished.has(number));
}

async function runOne({ connection, clock, log }: MigrateOptions, migration: Migration, lost: AbortSignal) {
  const { number, name } = migration;
  const Record = model(connection);
  const record = await Record.findOneAndUpdate(
    { _id: number },
    { $setOnInsert: { name, startedAt: clock() } },
    { upsert: true, returnDocument: 'after' },
  ).lean();
  const reached = record?.reached;
  log.info(
    { migration: number, name, reached },
    reached === undefined ? 'migration begun' : 'migration taken up again',
  );
  await migration.run({
    connection,
    log,
    lost,
    reached,
    async reach(mark) {
      lost.throwIfAborted();
      await Record.updateOne({ _id: number }, { $set: { reached: mark } });
    },
  });
  lost.throwIfAborted();
  await Record.updateOne({ _id: number }, { $set: { finishedAt: clock() } });
  log.info({ migration: number, name }, 'migration finished');
}

function requireOrder(migrations: readonly Migration[]): void {
  const misplaced = migrations.find(({ number }, index) => number !== index + 1);
  if (misplaced) throw new Error(`migration ${misplaced.number} (${misplaced.name}) is out of order`);
}
