import { Types } from 'mongoose';
import type { Context } from '../../context.ts';
import type { Work } from '../../database/transaction.ts';
import type { TestingDependencies } from '../dependencies.ts';
import type { ReachBack } from '../rules/reach-back.ts';
import { type Doubted, whoeverMeasured } from './doubted.ts';
import { type NonconformityRecord, nonconformityModels } from './model.ts';
import { causeText, warningOf } from './words.ts';

export type Cause = Pick<
  NonconformityRecord,
  'divisionCode' | 'cause' | 'causeId' | 'laboratory' | 'method' | 'analyte' | 'instrument'
>;

/** One cause has one open record; what it is found to reach later is added to it. */
export function createOpening(context: Context, { warnings }: Pick<TestingDependencies, 'warnings'>) {
  const { Nonconformity } = nonconformityModels(context.connection);

  /** What was settled stays settled: the same cause does not cast doubt on it again. */
  const settledOf = async (work: Work, { cause, causeId }: Cause): Promise<Set<string>> => {
    const closed = await Nonconformity.find({ cause, causeId, state: 'closed' }, null, whoeverMeasured)
      .session(work.session)
      .lean<NonconformityRecord[]>();
    return new Set(closed.flatMap(({ doubted }) => doubted.map(({ resultId }) => resultId.toHexString())));
  };

  return {
    /** Until when a cause has been followed. */
    async followedUntil(work: Work, { cause, causeId }: Pick<Cause, 'cause' | 'causeId'>): Promise<Date | undefined> {
      const newest = await Nonconformity.findOne({ cause, causeId }, { until: 1 }, whoeverMeasured)
        .sort({ until: -1 })
        .session(work.session)
        .lean<Pick<NonconformityRecord, 'until'>>();
      return newest?.until;
    },

    async open(work: Work, cause: Cause, reach: ReachBack, { samples, doubted: inReach }: Doubted): Promise<void> {
      const settled = await settledOf(work, cause);
      const doubted = inReach.filter(({ resultId }) => !settled.has(resultId.toHexString()));
      if (doubted.length === 0) return;
      const openKey = `${cause.cause}|${cause.causeId}`;
      const options = { session: work.session, ...whoeverMeasured };
      const known = await Nonconformity.findOne({ openKey }, null, whoeverMeasured)
        .session(work.session)
        .lean<NonconformityRecord>();
      const now = context.clock();
      if (known) {
        const added = doubted.filter(({ resultId }) => !known.doubted.some((each) => each.resultId.equals(resultId)));
        if (added.length === 0) return;
        await Nonconformity.updateOne(
          { _id: known._id },
          {
            $push: { doubted: { $each: added } },
            $set: { state: 'open' },
            $max: { until: reach.until },
            $inc: { version: 1 },
          },
          options,
        );
        return;
      }
      const record: NonconformityRecord = {
        _id: new Types.ObjectId(),
        ...cause,
        openKey,
        text: causeText(cause),
        ...reach,
        state: 'open',
        doubted,
        openedAt: now,
        history: [{ verb: 'open', by: 'system', at: now }],
        version: 0,
      };
      await Nonconformity.create([record], options);
      const published = samples.filter(({ state }) => state === 'published');
      await warnings.raise(work, { ...warningOf(record, published), at: now });
    },
  };
}

export type Opening = ReturnType<typeof createOpening>;
