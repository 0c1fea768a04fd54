import type { Connection } from 'mongoose';

/** Creates each collection and index that is not there yet. */
export async function prepareCollections(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    await model.createCollection();
    await model.createIndexes();
  }
}
