import { type Connection, type Model, Schema } from 'mongoose';
import { unguarded } from './guard.ts';
import type { Work } from './transaction.ts';

/** The last number given out of what the id names. */
interface SequenceRecord {
  _id: string;
  last: number;
}

const sequenceSchema = new Schema<SequenceRecord>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { versionKey: false },
);
unguarded(sequenceSchema, 'how many numbers were given out, and nothing else');

/**
 * Numbers 1, 2, 3, … of each key, kept in a collection of their own.
 * In the transaction that uses a number: rolled back together, so that none is left out and none given twice.
 */
export function createSequence(connection: Connection, name: string, collection: string) {
  const Sequence: Model<SequenceRecord> = connection.model<SequenceRecord>(name, sequenceSchema, collection);

  return async ({ session }: Work, key: string): Promise<number> => {
    const counted = await Sequence.findOneAndUpdate(
      { _id: key },
      { $inc: { last: 1 } },
      { upsert: true, returnDocument: 'after', session },
    ).lean<SequenceRecord>();
    return counted?.last ?? 1;
  };
}
