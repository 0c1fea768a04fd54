import type { Connection } from 'mongoose';

/** Creates each collection and index that is not there yet. */
export async function prepareCollections(connection: Connection): Promise<void> {
  await Promise.all(
    Object.values(connection.models).map(async (model) => {
      await model.createCollection();
      await model.createIndexes();
    }),
  );
}
