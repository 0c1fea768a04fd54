import mongoose from 'mongoose';

/** A write met a unique index or an `_id` that is taken (MongoDB's error 11000). */
export function isDuplicateKey(error: unknown): error is mongoose.mongo.MongoServerError {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11000;
}

/** Another transaction wrote the same key meanwhile: the driver repeats ours, which then finds it. */
export function asRepeatable(error: unknown): unknown {
  if (isDuplicateKey(error)) error.addErrorLabel('TransientTransactionError');
  return error;
}
