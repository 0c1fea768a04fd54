import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { createLineage } from './lineage.ts';
import { type EventRecord, traceabilityModels } from './model.ts';
import { declaresError } from './rules/lineage-rows.ts';
import { type OpenInterval, openIntervals, type Treatment } from './rules/pre-harvest.ts';

type WorkEvent = Pick<EventRecord, '_id' | 'step' | 'at' | 'batchCodes' | 'input' | 'epcis'>;

/** What was done to a lot in the field, as the interval's rule reads it. */
export interface FieldWork {
  treatments: (Treatment & { eventId: string })[];
  harvests: { eventId: string; at: Date }[];
}

const forItsInterval = unscoped('the interval binds the goods, whoever asks');
const stepsBack = 50;

/** 安全间隔期: reads what farm records say of it. */
export function createPreHarvest(context: Context) {
  const { TraceEvent } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);

  /** None that was declared wrong. */
  const workOn = async (codes: string[], session?: ClientSession): Promise<Map<string, FieldWork>> => {
    const events = await TraceEvent.find(
      { batchCodes: { $in: codes }, step: { $in: ['treat', 'harvest'] }, declaredWrong: { $exists: false } },
      { step: 1, at: 1, batchCodes: 1, input: 1, 'epcis.key': 1 },
      forItsInterval,
    )
      .session(session ?? null)
      .lean<WorkEvent[]>();
    const happened = events.filter((event) => !declaresError(event));
    return new Map(
      codes.map((code) => [code, fieldWork(happened.filter(({ batchCodes }) => batchCodes.includes(code)))]),
    );
  };

  return {
    workOn,

    /**
     * The treatments that stand against a batch at a moment: its own, and those of the lots it was made of, up to when they became
     * part of it. A lot without a harvest on record was harvested when it was processed at the latest.
     */
    async openIntervals(batchCode: string, at: Date): Promise<OpenInterval[]> {
      const { distances, edges } = await lineage.graph(batchCode, 'up', stepsBack);
      const work = await workOn([...distances.keys()]);
      const found = [...work].flatMap(([code, { treatments, harvests }]) => {
        const left = edges.filter(({ from }) => from === code).map((edge) => edge.at.getTime());
        const moment = code === batchCode || left.length === 0 ? at : new Date(Math.max(...left));
        const until = <Done extends { at: Date }>(done: Done[]) => done.filter((each) => each.at <= moment);
        return openIntervals(
          until(treatments),
          until(harvests).map((harvest) => harvest.at),
          moment,
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
      .map(({ _id, at }) => ({ eventId: _id.toHexString(), at })),
  };
}
