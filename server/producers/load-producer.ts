import type { z } from 'zod';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import type { RowLoader } from '../database/row-loader.ts';
import type { Work } from '../database/transaction.ts';
import { Conflict, IllegalTransition, InvalidInput } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import { requireRight, within } from '../identity/rights/within.ts';
import { inTheClear, masked, waysToFind } from '../privacy/index.ts';
import { type ProducerRecord, producerModels } from './model.ts';
import { producerRow } from './schema.ts';

type Row = z.output<typeof producerRow>;

const asReadJustNow = unscoped('read within the scope in the same transaction');
const toTellWhoseItIs = unscoped('only to refuse what belongs to another division');
const fixed = ['kind', 'divisionCode'] as const;
const correctable = ['name', 'contactName', 'phone'] as const;

/** Producers from a table: by their id, else by their credit code; who has neither is new. */
export function createProducerLoader(context: Context, isDivision: (code: string) => boolean): RowLoader<Row> {
  const { Producer } = producerModels(context.connection);

  const standing = async (work: Work, caller: Caller, { id, creditCode, name, divisionCode }: Row) => {
    if (id !== undefined) {
      const found = await Producer.findById(id, null, within(caller, 'producers:read')).session(work.session);
      if (!found) throw InvalidInput.field('/id', 'is not a known producer');
      return found;
    }
    if (creditCode !== undefined) {
      const found = await Producer.findOne({ creditCode }, null, toTellWhoseItIs).session(work.session);
      if (found && !mayDo(caller, 'producers:read', found.toObject()))
        throw new Conflict('A producer with this credit code exists', [
          { pointer: '/creditCode', message: 'belongs to another producer' },
        ]);
      return found;
    }
    for (const way of waysToFind(Producer, 'name', name)) {
      const namesake = await Producer.exists({ divisionCode, ...way })
        .setOptions(within(caller, 'producers:read'))
        .session(work.session);
      if (namesake)
        throw new Conflict('A producer of this name is registered in this division', [
          { pointer: '/id', message: 'must be named: a producer of this name is registered in this division' },
        ]);
    }
    return null;
  };

  return {
    row: producerRow,
    async load(work, caller, row) {
      const { id: _, ...body } = row;
      if (!isDivision(body.divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
      requireRight(caller, 'producers:create', body);
      const found = await standing(work, caller, row);
      if (!found) {
        await Producer.create([{ ...body, createdAt: context.clock() }], {
          session: work.session,
          ...within(caller, 'producers:create'),
        });
        return 'created';
      }
      const record = found.toObject() as ProducerRecord;
      const moved = fixed.find((field) => body[field] !== record[field]);
      if (moved) throw InvalidInput.field(`/${moved}`, 'is recorded otherwise, and no table changes it');
      const { creditCode } = body;
      if (creditCode !== undefined && record.creditCode !== undefined && creditCode !== record.creditCode)
        throw InvalidInput.field('/creditCode', 'is recorded otherwise, and no table changes it');
      const changed = changedFields(record, body);
      const isNewCode = creditCode !== undefined && record.creditCode === undefined;
      if (changed.length === 0 && !isNewCode) return 'unchanged';
      if (record.personalDataErasedAt) throw new IllegalTransition('The personal data of this producer are erased');
      requireRight(caller, 'producers:correct', record);
      if (isNewCode) {
        await refuseTaken(work, creditCode);
        found.set('creditCode', creditCode);
      }
      for (const field of changed) found.set(field, body[field]);
      await found.save({ session: work.session, ...asReadJustNow } as object);
      return 'updated';
    },
  };

  /** A name as an export shows it, masked, is no other name. */
  function changedFields(record: ProducerRecord, body: Omit<Row, 'id'>) {
    const [clear, shown] = [inTheClear(Producer, record), masked(Producer, record)];
    return correctable.filter(
      (field) => body[field] !== undefined && body[field] !== clear[field] && body[field] !== shown[field],
    );
  }

  async function refuseTaken(work: Work, creditCode: string): Promise<void> {
    const other = await Producer.exists({ creditCode }).setOptions(toTellWhoseItIs).session(work.session);
    if (other) throw InvalidInput.field('/creditCode', 'belongs to another producer');
  }
}
