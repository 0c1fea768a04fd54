import mongoose from 'mongoose';

/** A write met a unique index or an `_id` that is taken (MongoDB's error 11000). */
export function isDuplicateKey(error: unknown): error is mongoose.mongo.MongoServerError {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11000;
}
