import type { Connection } from 'mongoose';
import { requireGuards } from './guard.ts';

/** Creates each collection and index that is not there yet. @throws Error for a model without a decision about its guard */
export async function prepareCollections(connection: Connection): Promise<void> {
  requireGuards(connection);
  await Promise.all(
    Object.values(connection.models).map(async (model) => {
      await model.createCollection();
      await model.createIndexes();
    }),
  );
}
