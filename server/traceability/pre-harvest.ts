import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { createLineage } from './lineage.ts';
import { type EventRecord, type LineageRecord, traceabilityModels } from './model.ts';
import { harvestsInLot, type Portion } from './rules/harvests-in-lot.ts';
import { declaresError } from './rules/lineage-rows.ts';
import { openIntervals, type StandingInterval, type Treatment } from './rules/pre-harvest.ts';

type WorkEvent = Pick<EventRecord, '_id' | 'step' | 'at' | 'batchCodes' | 'input' | 'quantity' | 'epcis'>;

/** What was done to a lot in the field, as the interval's rule reads it. */
export interface FieldWork {
  treatments: (Treatment & { eventId: string })[];
  harvests: (Portion & { eventId: string })[];
}

/** Which lot a standing interval is of. */
export interface LotInterval extends StandingInterval {
  lot: string;
}

const forItsInterval = unscoped('the interval binds the goods, whoever asks');
const stepsBack = 50;

/** 安全间隔期: reads what farm records say of it. */
export function createPreHarvest(context: Context) {
  const { TraceEvent, Lineage } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);

  /** None that was declared wrong. */
  const workOn = async (codes: string[], session?: ClientSession): Promise<Map<string, FieldWork>> => {
    const events = await TraceEvent.find(
      { batchCodes: { $in: codes }, step: { $in: ['treat', 'harvest'] }, declaredWrong: { $exists: false } },
      { step: 1, at: 1, batchCodes: 1, input: 1, quantity: 1, 'epcis.key': 1 },
      forItsInterval,
    )
      .session(session ?? null)
      .lean<WorkEvent[]>();
    const happened = events.filter((event) => !declaresError(event));
    return new Map(
      codes.map((code) => [code, fieldWork(happened.filter(({ batchCodes }) => batchCodes.includes(code)))]),
    );
  };

  /** What was taken out of lots, by their codes. */
  const takenFrom = async (codes: string[]): Promise<Map<string, Portion[]>> => {
    const rows = await Lineage.find({ batchCode: { $in: codes }, role: 'in' }, null, forItsInterval).lean<
      LineageRecord[]
    >();
    return new Map(codes.map((code) => [code, rows.filter(({ batchCode }) => batchCode === code)]));
  };

  return {
    workOn,

    /**
     * The treatments that stand against a batch at a moment: its own, and those of the lots it was made of, as far as what was harvested
     * inside their intervals can have become part of it. A lot without a harvest on record was harvested when it was processed at the latest.
     */
    async openIntervals(batchCode: string, at: Date): Promise<LotInterval[]> {
      const { distances, edges } = await lineage.graph(batchCode, 'up', stepsBack);
      const codes = [...distances.keys()];
      const work = await workOn(codes);
      const taken = await takenFrom(
        [...work].flatMap(([code, { treatments }]) => (treatments.length > 0 ? [code] : [])),
      );
      const found = [...work].flatMap(([code, { treatments, harvests }]) => {
        const left = edges.filter(({ from }) => from === code).map((edge) => edge.at);
        return (code === batchCode || left.length === 0 ? [at] : left).flatMap((moment) =>
          openIntervals(
            treatments.filter((treatment) => treatment.at <= moment),
            harvestsInLot(harvests, taken.get(code) ?? [], moment).map((harvest) => harvest.at),
            moment,
          ).map((interval): LotInterval => ({ ...interval, lot: code })),
        );
      });
      return [...new Map(found.map((interval) => [JSON.stringify(interval), interval])).values()];
    },
  };
}

function fieldWork(events: WorkEvent[]): FieldWork {
  return {
    treatments: events.flatMap(({ _id, step, at, input }) =>
      step === 'treat' && input?.preHarvestDays !== undefined
        ? [{ eventId: _id.toHexString(), input: input.name, days: input.preHarvestDays, at }]
        : [],
    ),
    harvests: events
      .filter(({ step }) => step === 'harvest')
      .map(({ _id, at, quantity }) => ({ eventId: _id.toHexString(), at, quantity })),
  };
}
