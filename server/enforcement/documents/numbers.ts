import { type Connection, Schema } from 'mongoose';
import { dayOf } from '../../calendar/index.ts';
import { unguarded } from '../../database/guard.ts';
import type { Work } from '../../database/transaction.ts';
import { authorityOf, documentNumber } from '../rules/document-number.ts';

/** The last number given out, by authority, word and year. */
interface SequenceRecord {
  _id: string;
  last: number;
}

const sequenceSchema = new Schema<SequenceRecord>(
  { _id: { type: String, required: true }, last: { type: Number, required: true } },
  { collection: 'enforcementNumbers', versionKey: false },
);
unguarded(sequenceSchema, 'how many numbers were given out, and nothing else');

export function createNumbers(connection: Connection, divisionName: (code: string) => string) {
  const Sequence = connection.model<SequenceRecord>('EnforcementNumber', sequenceSchema);

  /** In the transaction that uses it: rolled back together, so that none is left out and none given twice. */
  return async ({ session }: Work, divisionCode: string, word: string, at: Date): Promise<string> => {
    const [authority, year] = [authorityOf(divisionCode), dayOf(at).slice(0, 4)];
    const counted = await Sequence.findOneAndUpdate(
      { _id: `${authority} ${word} ${year}` },
      { $inc: { last: 1 } },
      { upsert: true, returnDocument: 'after', session },
    ).lean<SequenceRecord>();
    return documentNumber(divisionName(authority), word, year, counted?.last ?? 1);
  };
}

export type NextNumber = ReturnType<typeof createNumbers>;
