import { type Connection, Schema } from 'mongoose';
import { unguarded } from '../database/guard.ts';
import type { Work } from '../database/transaction.ts';
import { dayInChina } from '../standards/index.ts';
import { type NumberLetter, numberOf } from './rules/number.ts';

/** The last number given out of a kind in a county and year: `H-611002-2026`. */
interface SequenceRecord {
  _id: string;
  last: number;
}

const sequenceSchema = new Schema<SequenceRecord>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { collection: 'certificationNumbers', versionKey: false },
);
unguarded(sequenceSchema, 'how many numbers were given out, and nothing else');

/** In the transaction that uses it: no number is left out, and none of a county is given out side by side with another. */
export function createNumbers(connection: Connection) {
  const Sequence = connection.model<SequenceRecord>('CertificationNumber', sequenceSchema);

  return async function nextNumber({ session }: Work, letter: NumberLetter, divisionCode: string, at: Date) {
    const [county, year] = [divisionCode.slice(0, 6), dayInChina(at).slice(0, 4)];
    const counted = await Sequence.findOneAndUpdate(
      { _id: `${letter}-${county}-${year}` },
      { $inc: { last: 1 } },
      { upsert: true, returnDocument: 'after', session },
    ).lean<SequenceRecord>();
    return numberOf(letter, county, year, counted?.last ?? 1);
  };
}
