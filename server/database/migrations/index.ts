import type { Migration } from './migration.ts';

export { migrate, NewerDatabase } from './run.ts';

/** Every change of stored data since the first version, oldest first. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'first version',
    // Nothing to change: it marks the database, so that an older program can tell a newer one's.
    async run() {},
  },
  {
    number: 2,
    name: 'lots that an event yields',
    async run({ connection }) {
      await connection.collection('lineage').updateMany({ role: 'out' }, { $set: { role: 'yielded' } });
    },
  },
];
