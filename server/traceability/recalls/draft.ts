import { Types } from 'mongoose';
import type { BatchRecord } from '../model.ts';
import type { RecallRecord } from './model.ts';

type Wanted = Pick<RecallRecord, 'level' | 'reason' | 'instruction' | 'drill' | 'checkLevel'>;

/** A recall of a batch as it begins: nothing is recalled before somebody issues it. */
export function draftOf(
  { code, productName, divisionCode, producerId }: BatchRecord,
  wanted: Wanted,
  begun: RecallRecord['history'][number],
): RecallRecord {
  const _id = new Types.ObjectId();
  return {
    ...wanted,
    ...{ _id, number: `ZH-${_id.toHexString().slice(-10).toUpperCase()}`, state: 'draft' },
    ...{ batchCode: code, productName, divisionCode, producerId },
    history: [begun],
    createdAt: begun.at,
  };
}
