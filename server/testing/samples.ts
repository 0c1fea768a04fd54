import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { findPage, type Page } from '../database/page.ts';
import { createRecord, inTransaction, type Work } from '../database/transaction.ts';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { holds, mayDo } from '../identity/rights/ability.ts';
import { within } from '../identity/rights/within.ts';
import { decimalText, type LawNow } from '../standards/index.ts';
import { createConsequences } from './consequences.ts';
import samplingData from './data/sampling.json' with { type: 'json' };
import type { TestingDependencies } from './dependencies.ts';
import { type SampleVerb, transitionOf, whyRefused } from './lifecycle.ts';
import { type ResultRecord, type SampleRecord, testingModels } from './model.ts';
import { publicReport } from './rules/public-report.ts';
import { sampleNumber } from './rules/sample-number.ts';
import { sampleVerdict } from './rules/sample-verdict.ts';
import type { addResultBody, createSampleBody, listSamplesQuery } from './schema.ts';
import { otherLaboratory, type ResultView, resultView, type SampleView, sampleView } from './view.ts';

const leastSamplers: Partial<Record<SampleRecord['planKind'], number>> = samplingData.leastSamplers;

export function createSamples(context: Context, deps: TestingDependencies, randomBytes: (count: number) => Uint8Array) {
  const { Sample } = testingModels(context.connection);
  const consequences = createConsequences(deps);

  const requireSample = async (caller: Caller, id: string, work?: Work): Promise<SampleRecord> => {
    const found = await Sample.findById(id, null, within(caller, 'samples:read'))
      .session(work?.session ?? null)
      .lean<SampleRecord>();
    if (!found) throw new NotFound('There is no such sample');
    return found;
  };

  /** Takes a step of the life cycle, unless somebody else changed the sample since it was read. */
  const take = async (work: Work, sample: SampleRecord, verb: SampleVerb, caller: Caller, result?: ResultRecord) => {
    refuseUnlessAllowed(sample, verb, caller);
    const { matchedCount } = await Sample.updateOne(
      { _id: sample._id, state: sample.state, version: sample.version },
      {
        $set: {
          state: transitionOf(verb).to,
          ...(result && { verdict: sampleVerdict([...sample.results, result]) }),
        },
        $inc: { version: 1 },
        $push: {
          history: { verb, by: caller.username, at: context.clock() },
          ...(result && { results: result }),
        },
      },
      { session: work.session, ...within(caller, transitionOf(verb).permission) },
    );
    if (matchedCount === 0) throw new Conflict('Somebody else changed this sample at the same time: read it again');
  };

  /** Tries another number when the first is taken. */
  const createNumbered = async (caller: Caller, at: Date, facts: object, attempts = 5): Promise<SampleRecord> => {
    try {
      const numbered = { ...facts, number: sampleNumber(at, randomBytes(6)) };
      return await createRecord(context, actorOf(caller), Sample, numbered, within(caller, 'samples:create'));
    } catch (error) {
      if ((error as { code?: number }).code !== 11000 || attempts <= 1) throw error;
      return createNumbered(caller, at, facts, attempts - 1);
    }
  };

  const step = async (
    caller: Caller,
    id: string,
    verb: SampleVerb,
    then?: (work: Work, sample: SampleRecord) => Promise<void>,
  ): Promise<SampleView> => {
    await inTransaction(context, actorOf(caller), async (work) => {
      const sample = await requireSample(caller, id, work);
      await take(work, sample, verb, caller);
      await then?.(work, sample);
    });
    return sampleView(await requireSample(caller, id), caller);
  };

  return {
    async createSample(caller: Caller, body: z.infer<typeof createSampleBody>): Promise<SampleView> {
      const now = context.clock();
      const drawnAt = body.drawnAt === undefined ? now : new Date(body.drawnAt);
      if (drawnAt > now) throw InvalidInput.field('/drawnAt', 'must not lie in the future');
      requireSamplers(body);
      const batch = await deps.traceability.findBatch(body.batchCode);
      if (!batch || !mayDo(caller, 'samples:create', batch))
        throw InvalidInput.field('/batchCode', 'is not the code of a known batch');
      const created = await createNumbered(caller, now, {
        ...batch,
        batchCode: batch.code,
        planKind: body.planKind,
        state: 'drawn',
        verdict: 'pending',
        drawnAt,
        place: body.place,
        samplers: body.samplers ?? [],
        sealNumber: body.sealNumber,
        laboratory: body.laboratory,
        results: [],
        history: [{ verb: 'draw', by: caller.username, at: now }],
        version: 0,
        createdAt: now,
      });
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

    receive: (caller: Caller, id: string) => step(caller, id, 'receive'),

    report: (caller: Caller, id: string) => step(caller, id, 'report'),

    verify: (caller: Caller, id: string) =>
      step(caller, id, 'verify', async (work, sample) => {
        if (sample.verdict === 'fail') await consequences.ofVerifiedFailure(work, sample, context.clock());
      }),

    /** Judges the result at once; a failing one holds the batch and warns in the same transaction. */
    async addResult(caller: Caller, id: string, body: z.infer<typeof addResultBody>): Promise<ResultView> {
      const law = await deps.standards.lawInForce();
      return inTransaction(context, actorOf(caller), async (work) => {
        const sample = await requireSample(caller, id, work);
        refuseUnlessAllowed(sample, 'enter-result', caller);
        const result = judged(law, sample, body, caller.username);
        if (sample.results.some(({ analyteKey }) => analyteKey === result.analyteKey))
          throw new Conflict(`${body.analyte} has a result in this sample already`, [
            { pointer: '/analyte', message: 'has a result in this sample already' },
          ]);
        await take(work, sample, 'enter-result', caller, result);
        if (result.verdict.verdict === 'fail')
          await consequences.ofFailedResult(work, sample, result, result.enteredAt);
        return resultView(result);
      });
    },

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

    async batchOfSample(number: string): Promise<string | null> {
      const found = await Sample.findOne(
        { number },
        null,
        unscoped('a test device names the sample'),
      ).lean<SampleRecord>();
      return found?.batchCode ?? null;
    },
  };

  function judged(
    law: LawNow,
    sample: SampleRecord,
    body: z.infer<typeof addResultBody>,
    enteredBy: string,
  ): ResultRecord {
    const value = typeof body.value === 'number' ? decimalText(body.value) : body.value;
    const { analyte, unit, method, loq } = body;
    const { categoryCode, drawnAt } = sample;
    return {
      _id: new Types.ObjectId(),
      analyte,
      analyteKey: law.analyteKey(analyte),
      value,
      unit,
      ...(method && { method }),
      ...(loq && { loq }),
      verdict: law.judge({ analyte, value, unit, loq, categoryCode, sampledAt: drawnAt }),
      enteredBy,
      enteredAt: context.clock(),
    };
  }
}

/** Rights are asked by the route already; asked again here because a verb is more than its route. */
function refuseUnlessAllowed(sample: SampleRecord, verb: SampleVerb, caller: Caller): void {
  const { permission } = transitionOf(verb);
  if (!holds(caller, permission)) throw new Forbidden(`The right ${permission} is not among your roles' rights`);
  if (!mayDo(caller, permission, sample)) throw new Forbidden(`${otherLaboratory.zh} · ${otherLaboratory.en}`);
  const reason = whyRefused(sample, verb, caller.username);
  if (reason) throw new IllegalTransition(`${reason.zh} · ${reason.en}`);
}

/** 监测办法 21: a supervised check needs two samplers; asked only where samplers are named. */
function requireSamplers({ planKind, samplers }: z.infer<typeof createSampleBody>): void {
  const least = leastSamplers[planKind];
  if (!samplers || least === undefined || new Set(samplers).size >= least) return;
  throw InvalidInput.field(
    '/samplers',
    `must name at least ${least} different samplers for a ${planKind} (监测办法 21)`,
  );
}
