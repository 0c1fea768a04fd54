import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import type { Work } from '../database/transaction.ts';
import {
  massBalanceWarning,
  type NewWarning,
  preHarvestIntervalWarning,
  type WarningsService,
} from '../warnings/index.ts';
import { type BatchRecord, type EventRecord, type LineageRecord, traceabilityModels } from './model.ts';
import { createPreHarvest, type FieldWork } from './pre-harvest.ts';
import { balanceOf } from './rules/mass-balance.ts';
import { brokenIntervals } from './rules/pre-harvest.ts';

const byRule = unscoped('a rule looks at what was recorded, not a person');

/** What the records of a batch give reason to warn of: looked at in the transaction that adds a record, or takes one back. */
export function createFindings(context: Context, warnings: Pick<WarningsService, 'raise' | 'clear'>) {
  const { Batch, Lineage } = traceabilityModels(context.connection);
  const preHarvest = createPreHarvest(context);

  const tell = async (work: Work, warning: NewWarning, found: 'new' | 'known' | 'none') => {
    if (found === 'new') await warnings.raise(work, warning);
    if (found === 'none') await warnings.clear(work, warning.conditionKey, context.clock());
  };

  const lookAtInterval = async (work: Work, batch: BatchRecord, eventId: string, at: Date) => {
    const field = await preHarvest.workOn([batch.code], work.session);
    const { treatments, harvests }: FieldWork = field.get(batch.code) ?? { treatments: [], harvests: [] };
    const dates = (list: FieldWork['harvests']) => list.map((harvest) => harvest.at);
    const isIt = (each: { eventId: string }) => each.eventId === eventId;
    const all = brokenIntervals(treatments, dates(harvests));
    const byIt = [
      ...brokenIntervals(treatments.filter(isIt), dates(harvests)),
      ...brokenIntervals(treatments, dates(harvests.filter(isIt))),
    ];
    await tell(
      work,
      preHarvestIntervalWarning({ batchCode: batch.code, intervals: all, ...placeOf(batch), at }),
      all.length === 0 ? 'none' : byIt.length === 0 ? 'known' : 'new',
    );
  };

  const lookAtBalance = async (work: Work, batch: BatchRecord, record: string, at: Date) => {
    const rows = await Lineage.find({ batchCode: batch.code, role: 'in' }, null, byRule)
      .session(work.session)
      .lean<LineageRecord[]>();
    const { verdict, lines, tolerance } = balanceOf(
      batch.quantity,
      rows.map((row) => ({ eventId: row.record, at: row.at, quantity: row.quantity })),
    );
    const lacking = -Math.min(0, ...lines.flatMap(({ left }) => (left === undefined ? [] : [left])));
    await tell(
      work,
      massBalanceWarning({
        batchCode: batch.code,
        quantity: batch.quantity,
        lacking,
        tolerance,
        ...placeOf(batch),
        at,
      }),
      verdict !== 'exceeded' ? 'none' : lines.some(({ eventId }) => eventId === record) ? 'new' : 'known',
    );
  };

  return {
    /** @param event that was written, or that was declared wrong, in this transaction */
    async look(work: Work, event: EventRecord): Promise<void> {
      const isFieldWork = event.step === 'treat' || event.step === 'harvest';
      const codes = isFieldWork ? event.batchCodes : event.inputs.map(({ batchCode }) => batchCode);
      if (codes.length === 0) return;
      const batches = await Batch.find({ code: { $in: codes } }, null, byRule)
        .session(work.session)
        .lean<BatchRecord[]>();
      for (const batch of batches)
        await (isFieldWork ? lookAtInterval : lookAtBalance)(work, batch, event._id.toHexString(), event.at);
    },
  };
}

function placeOf({ divisionCode, producerId }: BatchRecord) {
  return { divisionCode, producerId: producerId.toHexString() };
}

export type Findings = ReturnType<typeof createFindings>;
