import type { Connection, mongo } from 'mongoose';

type Database = ReturnType<InstanceType<typeof mongo.MongoClient>['db']>;

/** A restore makes this collection before all others and drops it last: where it is, the database is half of one. */
const mark = 'unfinished_restore';

export class UnfinishedRestore extends Error {
  constructor() {
    super('the database holds a restore that did not come to its end; run npm run restore -- DIR again');
    this.name = 'UnfinishedRestore';
  }
}

export async function isUnfinishedRestore(database: Pick<Database, 'listCollections'>): Promise<boolean> {
  return (await database.listCollections({ name: mark }, { nameOnly: true }).toArray()).length > 0;
}

/** @throws UnfinishedRestore before anybody works with half of the records */
export async function requireFinishedRestore({ db }: Connection): Promise<void> {
  if (db && (await isUnfinishedRestore(db))) throw new UnfinishedRestore();
}

export async function markUnfinished(database: Database): Promise<void> {
  await database.createCollection(mark);
}

export async function markFinished(database: Database): Promise<void> {
  await database.dropCollection(mark);
}

/** Empties a marked database; the mark goes last, so that an interruption leaves it. */
export async function dropUnfinished(database: Database): Promise<void> {
  const present = await database.listCollections({}, { nameOnly: true }).toArray();
  for (const { name } of present) if (name !== mark && !name.startsWith('system.')) await database.dropCollection(name);
  await markFinished(database);
}
