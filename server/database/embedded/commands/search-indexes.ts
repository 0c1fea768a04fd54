import { EngineError } from '../errors.ts';

/** Search indexes belong to MongoDB Atlas: a server outside of it answers so, and so does this one. */
export async function refuseSearchIndexes(): Promise<never> {
  throw new EngineError(31082, 'Search indexes need a deployment on MongoDB Atlas, which this server is no part of');
}
