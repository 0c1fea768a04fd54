import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { unscoped } from '../database/guard.ts';
import { findPage, type Page } from '../database/page.ts';
import { createWithin, inTransaction } from '../database/transaction.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import { within } from '../identity/rights/within.ts';
import { createConsequences } from './consequences.ts';
import samplingData from './data/sampling.json' with { type: 'json' };
import type { TestingDependencies } from './dependencies.ts';
import { isPrescribed, usualDecisionRule } from './judging.ts';
import { type CustodyRecord, type SampleRecord, testingModels } from './model.ts';
import type { Nonconformities } from './nonconformities/service.ts';
import type { NumberBlocks } from './number-blocks/service.ts';
import { requireAsking } from './rapid-tests/confirming.ts';
import type { ReportsService } from './reports/service.ts';
import { publicReport } from './rules/public-report.ts';
import { sampleNumber } from './rules/sample-number.ts';
import { sampleVerdict } from './rules/sample-verdict.ts';
import type { createSampleBody, listSamplesQuery, reasonBody } from './schema.ts';
import type { Steps } from './steps.ts';
import { type SampleView, sampleView } from './view.ts';

const leastSamplers: Partial<Record<SampleRecord['planKind'], number>> = samplingData.leastSamplers;

export function createSamples(
  context: Context,
  deps: TestingDependencies,
  {
    requireSample,
    step,
    reports,
    requireNoDoubt,
    useNumbers,
  }: Steps & { reports: ReportsService } & Pick<Nonconformities, 'requireNoDoubt'> & Pick<NumberBlocks, 'useNumbers'>,
  randomBytes: (count: number) => Uint8Array,
) {
  const { Sample } = testingModels(context.connection);
  const consequences = createConsequences(deps);

  /** One that bears numbers which were handed out uses them up. */
  const create = (caller: Caller, facts: object): Promise<SampleRecord> =>
    inTransaction(context, actorOf(caller), async (work) => {
      const sample = await createWithin(work, Sample, facts, within(caller, 'samples:create'));
      await useNumbers(work, caller, sample);
      return sample;
    });

  /** Tries another number when the first is taken. */
  const createNumbered = async (caller: Caller, at: Date, facts: object, attempts = 5): Promise<SampleRecord> => {
    try {
      return await create(caller, { ...facts, number: sampleNumber(at, randomBytes(6)) });
    } catch (error) {
      if (!isDuplicateKey(error) || attempts <= 1) throw error;
      return createNumbered(caller, at, facts, attempts - 1);
    }
  };

  /** A number that was made on the spot is the sample's own: the same one sent again is answered as it stands. */
  const createAsNumbered = async (caller: Caller, number: string, facts: SampleFacts): Promise<SampleRecord> => {
    try {
      return await create(caller, { ...facts, number });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const there = await Sample.findOne({ number }, null, within(caller, 'samples:read')).lean<SampleRecord>();
      if (there && isSameSample(there, facts)) return there;
      throw new Conflict('Another sample has this number', [{ pointer: '/number', message: 'is taken' }]);
    }
  };

  return {
    async createSample(caller: Caller, body: z.infer<typeof createSampleBody>): Promise<SampleView> {
      const now = context.clock();
      const drawnAt = body.drawnAt === undefined ? now : new Date(body.drawnAt);
      if (drawnAt > now) throw InvalidInput.field('/drawnAt', 'must not lie in the future');
      requireSamplers(body);
      if (body.decisionRule && body.decisionRule !== usualDecisionRule && isPrescribed(body.planKind))
        throw InvalidInput.field('/decisionRule', `is prescribed for a ${body.planKind}: ${usualDecisionRule}`);
      const batch = await deps.traceability.findBatch(body.batchCode);
      if (!batch || !mayDo(caller, 'samples:create', batch))
        throw InvalidInput.field('/batchCode', 'is not the code of a known batch');
      const { confirms } = body;
      if (confirms !== undefined) await requireAsking(context, caller, { confirms, batchCode: batch.code });
      const facts = {
        ...batch,
        batchCode: batch.code,
        planKind: body.planKind,
        state: 'drawn',
        verdict: 'pending',
        drawnAt,
        place: body.place,
        ...(confirms !== undefined && { confirms: new Types.ObjectId(confirms) }),
        samplers: body.samplers ?? [],
        sealNumber: body.sealNumber,
        laboratory: body.laboratory,
        decisionRule: body.decisionRule ?? usualDecisionRule,
        ...(body.retained && { retained: { ...body.retained, by: caller.username, at: now } }),
        custody: [drawn(body, batch.producerName, caller, drawnAt)],
        results: [],
        history: [{ verb: 'draw', by: caller.username, at: now }],
        version: 0,
        createdAt: now,
      };
      const created =
        body.number === undefined
          ? await createNumbered(caller, now, facts)
          : await createAsNumbered(caller, body.number, facts);
      return sampleView(created, caller);
    },

    async listSamples(caller: Caller, query: z.infer<typeof listSamplesQuery>): Promise<Page<SampleView>> {
      const filter = {
        ...(query.batch && { batchCode: query.batch }),
        ...(query.state && { state: query.state }),
        ...(query.verdict && { verdict: query.verdict }),
      };
      const page = await findPage(Sample, filter, { ...query, order: 'descending' }, within(caller, 'samples:read'));
      return {
        items: page.items.map((sample) => sampleView(sample as SampleRecord, caller)),
        nextCursor: page.nextCursor,
      };
    },

    getSample: async (caller: Caller, id: string): Promise<SampleView> =>
      sampleView(await requireSample(caller, id), caller),

    report: (caller: Caller, id: string) => step(caller, id, 'report'),

    verify: (caller: Caller, id: string) =>
      step(caller, id, 'verify', {
        async also(work, sample) {
          await requireNoDoubt(work, sample);
          if (sample.verdict === 'fail') await consequences.ofVerifiedFailure(work, sample, context.clock());
          await reports.issue(work, sample, caller.username);
        },
      }),

    /** The reviewer gives the report back to the analyst. */
    returnReport: (caller: Caller, id: string, { reason }: z.infer<typeof reasonBody>) =>
      step(caller, id, 'return', { reason }),

    /** 作废: what was published holds no more. Nothing is deleted; nobody knows the verdict until another report is out. */
    invalidate: (caller: Caller, id: string, { reason }: z.infer<typeof reasonBody>) =>
      step(caller, id, 'invalidate', {
        reason,
        change: () => ({ verdict: 'pending' }),
        also: (work, sample) => reports.invalidateReport(work, sample, reason),
      }),

    amend: (caller: Caller, id: string, { reason }: z.infer<typeof reasonBody>) =>
      step(caller, id, 'amend', {
        reason,
        change: ({ results, tests }) => ({ verdict: sampleVerdict(results, tests) }),
      }),

    /** For the trace, which answers for who may see them. `null`: nobody in particular. */
    async samplesOfBatches(caller: Caller | null, codes: string[]): Promise<SampleView[]> {
      const found = await Sample.find(
        { batchCode: { $in: codes } },
        null,
        unscoped('the trace answers for who may see them'),
      )
        .sort({ _id: 1 })
        .lean<SampleRecord[]>();
      return found.map((sample) => sampleView(sample, caller));
    },

    /** What of these batches' test reports is public, to be held against the audit log. */
    async publicReports(codes: string[]) {
      const found = await Sample.find(
        { batchCode: { $in: codes } },
        null,
        unscoped('their public facts are for everybody'),
      )
        .sort({ _id: 1 })
        .lean<SampleRecord[]>();
      return found.map((sample) => ({ id: sample._id.toHexString(), report: publicReport(sample) }));
    },

    /** For a rapid test of a sample, by the number on it. */
    async sampleOfNumber(number: string): Promise<Pick<SampleRecord, 'batchCode' | 'planKind'> | null> {
      const named = unscoped('a rapid test names the sample; what it may see of it, its batch decides');
      return Sample.findOne({ number }, null, named).lean<SampleRecord>();
    },
  };
}

/** 监测办法 21: a supervised check needs two samplers; asked only where samplers are named. */
type SampleFacts = Pick<SampleRecord, 'batchCode' | 'planKind' | 'drawnAt'> & { sealNumber?: string | undefined };

function isSameSample(there: SampleRecord, facts: SampleFacts): boolean {
  return (
    there.batchCode === facts.batchCode &&
    there.planKind === facts.planKind &&
    there.sealNumber === facts.sealNumber &&
    there.drawnAt.getTime() === facts.drawnAt.getTime()
  );
}

function requireSamplers({ planKind, samplers }: z.infer<typeof createSampleBody>): void {
  const least = leastSamplers[planKind];
  if (!samplers || least === undefined || new Set(samplers).size >= least) return;
  throw InvalidInput.field(
    '/samplers',
    `must name at least ${least} different samplers for a ${planKind} (监测办法 21)`,
  );
}

/** The first hand: from the producer to whoever drew the sample, sealed on the spot. */
function drawn(
  { samplers = [], sealNumber }: z.infer<typeof createSampleBody>,
  producerName: string,
  { username }: Caller,
  at: Date,
): CustodyRecord {
  return {
    act: 'draw',
    from: producerName,
    to: samplers.join('、') || username,
    at,
    seals: sealNumber === undefined ? [] : [{ number: sealNumber, intact: true }],
    recordedBy: username,
  };
}
