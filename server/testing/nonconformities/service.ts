import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { holds, mayDo } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import type { TestingDependencies } from '../dependencies.ts';
import { type SampleRecord, testingModels } from '../model.ts';
import { reportModels, type TestReportRecord } from '../reports/model.ts';
import { type NonconformityVerb, nonconformityTransition, whyNotTaken } from './lifecycle.ts';
import { type DoubtedResult, type NonconformityRecord, nonconformityModels } from './model.ts';
import type { assessBody, closeBody, confirmBody, listNonconformitiesQuery, setAsideBody } from './schema.ts';
import { standingOf } from './standing.ts';
import {
  type NonconformitySummary,
  type NonconformityView,
  nonconformityView,
  otherLaboratory,
  summaryOf,
} from './view.ts';
import { warningKey } from './words.ts';

type Change = Partial<Pick<NonconformityRecord, 'doubted' | 'assessment'>>;

const ofTheRecord = unscoped('the record that names these samples was found within the scope of whoever asks');

/** 不符合工作: the results in doubt, one by one confirmed or set aside, and another person who lets work go on. */
export function createNonconformities(context: Context, { warnings }: Pick<TestingDependencies, 'warnings'>) {
  const { Nonconformity } = nonconformityModels(context.connection);
  const { Sample, RapidTest } = testingModels(context.connection);
  const { TestReport } = reportModels(context.connection);

  const read = async (caller: Caller, id: string, work?: Work): Promise<NonconformityRecord> => {
    const found = await Nonconformity.findById(id, null, within(caller, 'nonconformities:read'))
      .session(work?.session ?? null)
      .lean<NonconformityRecord>();
    if (!found) throw new NotFound('There is no such nonconforming work');
    return found;
  };

  const samplesOf = async ({ doubted }: NonconformityRecord, work?: Work): Promise<Map<string, SampleRecord>> => {
    const samples = await Sample.find({ _id: { $in: sampleIdsOf(doubted) } }, null, ofTheRecord)
      .session(work?.session ?? null)
      .lean<SampleRecord[]>();
    return new Map(samples.map((sample) => [sample._id.toHexString(), sample]));
  };

  const shown = async (caller: Caller, record: NonconformityRecord): Promise<NonconformityView> => {
    const reports = await TestReport.find(
      { sampleId: { $in: sampleIdsOf(record.doubted) }, state: 'valid' },
      null,
      ofTheRecord,
    )
      .sort({ _id: 1 })
      .lean<TestReportRecord[]>();
    return nonconformityView(record, caller, await samplesOf(record), reports);
  };

  const step = async (
    caller: Caller,
    id: string,
    verb: NonconformityVerb,
    change: (record: NonconformityRecord, work: Work) => Promise<Change> | Change,
    reason: string,
  ): Promise<NonconformityView> => {
    const { to, permission } = nonconformityTransition(verb);
    const taken = async (work: Work): Promise<void> => {
      const record = await read(caller, id, work);
      if (!holds(caller, permission)) throw new Forbidden(`The right ${permission} is not among your roles' rights`);
      if (!mayDo(caller, permission, record)) throw new Forbidden(otherLaboratory);
      const refusal = whyNotTaken(record, verb, caller.username);
      if (refusal) throw new IllegalTransition(refusal);
      const changed = await change(record, work);
      const entry = { verb, by: caller.username, at: context.clock(), reason };
      const { matchedCount } = await Nonconformity.updateOne(
        { _id: record._id, version: record.version },
        {
          $set: { state: to ?? record.state, ...changed },
          $inc: { version: 1 },
          $push: { history: entry },
          ...(to === 'closed' && { $unset: { openKey: 1 } }),
        },
        { session: work.session, ...within(caller, permission) },
      );
      if (matchedCount === 0)
        throw new Conflict('Somebody else changed this nonconforming work at the same time: read it again');
      if (to === 'closed') await warnings.clear(work, warningKey(id), context.clock());
    };
    await inTransaction(context, actorOf(caller), taken, reason);
    return shown(caller, await read(caller, id));
  };

  return {
    /** @throws Conflict while a result of the sample is in doubt, and neither confirmed nor set aside */
    async requireNoDoubt(work: Work, sample: SampleRecord): Promise<void> {
      const open = await Nonconformity.find(
        { 'doubted.sampleId': sample._id, state: { $ne: 'closed' } },
        null,
        ofTheRecord,
      )
        .session(work.session)
        .lean<NonconformityRecord[]>();
      const analytes = open.flatMap(({ doubted }) =>
        doubted
          .filter((each) => each.sampleId?.equals(sample._id) && standingOf(each, sample) === 'counts')
          .map(({ analyte }) => analyte),
      );
      if (analytes.length > 0)
        throw new Conflict(
          `Results are in doubt by nonconforming work that is still open: ${[...new Set(analytes)].join(', ')}`,
        );
    },

    published: {
      async listNonconformities(
        caller: Caller,
        { state, cause, laboratory, sample, ...page }: z.output<typeof listNonconformitiesQuery>,
      ): Promise<Page<NonconformitySummary>> {
        const filter = {
          ...(state && { state }),
          ...(cause && { cause }),
          ...(laboratory && { laboratory }),
          ...(sample && { 'doubted.sampleId': new Types.ObjectId(sample) }),
        };
        const scoped = within(caller, 'nonconformities:read');
        const found = await findPage(Nonconformity, filter, { ...page, order: 'descending' }, scoped);
        return {
          items: found.items.map((each) => summaryOf(each as NonconformityRecord)),
          nextCursor: found.nextCursor,
        };
      },

      getNonconformity: async (caller: Caller, id: string): Promise<NonconformityView> =>
        shown(caller, await read(caller, id)),

      /** The results stand all the same. */
      confirmDoubted: (caller: Caller, id: string, { resultIds, reason }: z.infer<typeof confirmBody>) =>
        step(
          caller,
          id,
          'confirm',
          ({ doubted }) => {
            const known = chosenOf(doubted, resultIds);
            const confirmed = { by: caller.username, at: context.clock(), reason };
            return { doubted: doubted.map((each) => (known.includes(each) ? { ...each, confirmed } : each)) };
          },
          reason,
        ),

      /** The rapid tests stay visible and count no more. */
      setAsideDoubted: (caller: Caller, id: string, { resultIds, reason }: z.infer<typeof setAsideBody>) =>
        step(
          caller,
          id,
          'set-aside',
          async ({ doubted }, work) => {
            const known = chosenOf(doubted, resultIds);
            if (known.some(({ rapid }) => !rapid))
              throw InvalidInput.field('/resultIds', 'must be rapid tests: a result of a sample is retracted there');
            const setAside = { by: caller.username, at: context.clock(), reason };
            const rapidTests = { _id: { $in: known.map(({ resultId }) => resultId) } };
            await RapidTest.updateMany(rapidTests, { $set: { setAside } }, { session: work.session, ...ofTheRecord });
            return { doubted: doubted.map((each) => (known.includes(each) ? { ...each, setAside } : each)) };
          },
          reason,
        ),

      assessNonconformity: (caller: Caller, id: string, body: z.infer<typeof assessBody>) =>
        step(
          caller,
          id,
          'assess',
          () => ({
            assessment: { ...body, by: caller.username, at: context.clock() } as NonconformityRecord['assessment'] & {},
          }),
          body.significance,
        ),

      /** @throws Conflict while a result in doubt is neither confirmed nor set aside */
      closeNonconformity: (caller: Caller, id: string, { reason }: z.infer<typeof closeBody>) =>
        step(
          caller,
          id,
          'close',
          async (record, work) => {
            const samples = await samplesOf(record, work);
            const left = record.doubted.filter(
              (each) => standingOf(each, each.sampleId && samples.get(each.sampleId.toHexString())) === 'counts',
            );
            if (left.length > 0)
              throw new Conflict(
                `Results still in doubt: ${left.length}. Confirm them, retract them or set them aside, or invalidate their reports`,
              );
            return {};
          },
          reason,
        ),
    },
  };
}

function sampleIdsOf(doubted: readonly DoubtedResult[]): Types.ObjectId[] {
  return doubted.flatMap(({ sampleId }) => sampleId ?? []);
}

/** @throws InvalidInput when one of them is not in doubt here */
function chosenOf(doubted: readonly DoubtedResult[], resultIds: readonly string[]): DoubtedResult[] {
  const wanted = new Set(resultIds);
  const known = doubted.filter(({ resultId }) => wanted.has(resultId.toHexString()));
  if (known.length < wanted.size) throw InvalidInput.field('/resultIds', 'must be results that are in doubt here');
  return known;
}

export type Nonconformities = ReturnType<typeof createNonconformities>;
