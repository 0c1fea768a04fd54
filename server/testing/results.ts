import { Decimal } from 'decimal.js';
import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { inTransaction, type Work } from '../database/transaction.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { decimalText, type LawNow, type Verdict } from '../standards/index.ts';
import type { Authorizations } from './authorizations/service.ts';
import { createConsequences } from './consequences.ts';
import type { TestingDependencies } from './dependencies.ts';
import { usualDecisionRule, type VerdictInput, verdictsOn } from './judging.ts';
import type { Analyte, FormerResultRecord, ResultRecord, SampleRecord, TestRecord } from './model.ts';
import type { ReachingBack } from './nonconformities/reaching-back.ts';
import type { QualityControl } from './quality-control/service.ts';
import type { addResultBody } from './result-schema.ts';
import { sampleVerdict } from './rules/sample-verdict.ts';
import type { assignBody, resultActBody, takeBody, testActBody } from './schema.ts';
import { type Change, refuseUnlessAllowed, type Steps } from './steps.ts';
import { type ResultView, resultView, type SampleView } from './view.ts';

/** Results of a sample: entered, and set aside in three ways that are not the same. */
export function createResults(
  context: Context,
  deps: TestingDependencies,
  { requireSample, take, step }: Steps,
  {
    requireAuthorized,
    mayTake,
    measuredIn,
    ofInstrument: reachBack,
  }: Pick<Authorizations, 'requireAuthorized' | 'mayTake'> &
    Pick<QualityControl, 'measuredIn'> &
    Pick<ReachingBack, 'ofInstrument'>,
) {
  const consequences = createConsequences(deps);

  const asked = (
    { analyte, analyteKey, analyteEn, method, assignedTo }: Analyte & Pick<TestRecord, 'method' | 'assignedTo'>,
    cause: TestRecord['cause'],
    askedBy: string,
  ): TestRecord => ({
    _id: new Types.ObjectId(),
    analyte,
    analyteKey,
    ...(analyteEn && { analyteEn }),
    ...(method && { method }),
    ...(assignedTo && { assignedTo }),
    state: 'open',
    cause,
    askedBy,
    askedAt: context.clock(),
  });

  const prepare = () => deps.standards.lawInForce();

  const enterResult = async (
    work: Work,
    law: LawNow,
    caller: Caller,
    id: string,
    body: z.infer<typeof addResultBody>,
    ofInstrument: Pick<ResultRecord, 'calibration' | 'measuredAt'> = {},
  ): Promise<ResultRecord> => {
    requireOneFinding(body);
    const sample = await requireSample(caller, id, work);
    refuseUnlessAllowed(sample, 'enter-result', caller);
    const measuredAt = measuredWithin(body, sample.drawnAt, context.clock());
    const measured = await measuredIn(work, caller, sample, body);
    await requireAuthorized(sample.laboratory ?? caller.laboratory, caller.username, measured.method, context.clock());
    if (body.instrument !== undefined && (await deps.deviceKind(body.instrument)) === null)
      throw InvalidInput.field('/instrument', 'is not the id of a known device');
    const results = judgedTogether(law, sample, [
      ...sample.results,
      {
        ...entered(law, sample, body, caller.username),
        ...measured,
        ...ofInstrument,
        ...(measuredAt && { measuredAt }),
      },
    ]);
    const result = results.at(-1) as ResultRecord;
    const { tests = [] } = sample;
    const open = tests.find((test) => test.state === 'open' && test.analyteKey === result.analyteKey);
    if (!open && sample.results.some(({ analyteKey }) => analyteKey === result.analyteKey))
      throw new Conflict(`${body.analyte} has a result in this sample already`, [
        { pointer: '/analyte', message: 'has a result in this sample already' },
      ]);
    const done = tests.map((test) => (test === open ? { ...test, state: 'done' as const } : test));
    await take(work, caller, sample, 'enter-result', {
      results,
      ...(open && { tests: done }),
      verdict: sampleVerdict(results, done),
    });
    if (result.instrument !== undefined) await reachBack(work, result.instrument, result.enteredAt);
    if (result.verdict.verdict === 'fail') await consequences.ofFailedResult(work, sample, result, result.enteredAt);
    return result;
  };

  const published = {
    /** Asks for tests, and of whom; one that is open already is given to another analyst. */
    async assign(caller: Caller, id: string, { asked: wanted }: z.infer<typeof assignBody>): Promise<SampleView> {
      const law = await deps.standards.lawInForce();
      const known = await requireSample(caller, id);
      refuseUnlessAllowed(known, 'assign', caller);
      const { laboratory = caller.laboratory } = known;
      for (const [index, { analyst, method }] of wanted.entries()) {
        const [allowed] = analyst ? await mayTake(analyst, [{ laboratory, method }], context.clock()) : [true];
        if (!allowed) throw InvalidInput.field(`/asked/${index}/analyst`, 'is not authorized for the method');
      }
      return step(caller, id, 'assign', {
        change(sample) {
          const known = new Map((sample.tests ?? []).map((test) => [test._id.toHexString(), test]));
          for (const test of wanted) {
            const analyte = analyteOf(law, test.analyte);
            const { analyteKey } = analyte;
            const open = [...known.values()].find((each) => each.state === 'open' && each.analyteKey === analyteKey);
            if (!open && sample.results.some((result) => result.analyteKey === analyteKey))
              throw new Conflict(`${test.analyte} has a result already: retract it or ask for a re-test`);
            const next = open
              ? {
                  ...open,
                  ...(test.method && { method: test.method }),
                  ...(test.analyst && { assignedTo: test.analyst }),
                }
              : asked(
                  {
                    ...analyte,
                    ...(test.method && { method: test.method }),
                    ...(test.analyst && { assignedTo: test.analyst }),
                  },
                  'asked',
                  caller.username,
                );
            known.set(next._id.toHexString(), next);
          }
          return withTests(sample, [...known.values()]);
        },
      });
    },

    /** 领取: an open test that nobody has, by whoever is authorized for its method. */
    async take(caller: Caller, id: string, { testId }: z.infer<typeof takeBody>): Promise<SampleView> {
      const known = await requireSample(caller, id);
      refuseUnlessAllowed(known, 'take', caller);
      const { laboratory = caller.laboratory, tests } = known;
      const { method } = waitingTest(tests, testId);
      const [allowed] = await mayTake(caller.username, [{ laboratory, method }], context.clock());
      if (!allowed) await requireAuthorized(laboratory, caller.username, method, context.clock());
      return step(caller, id, 'take', {
        change(sample) {
          const taken = waitingTest(sample.tests, testId);
          const given = { ...taken, assignedTo: caller.username };
          return { tests: (sample.tests ?? []).map((test) => (test === taken ? given : test)) };
        },
      });
    },

    /** Judges the result at once; a failing one holds the batch and warns in the same transaction. */
    async addResult(caller: Caller, id: string, body: z.infer<typeof addResultBody>): Promise<ResultView> {
      const law = await prepare();
      const enter = (work: Work) => enterResult(work, law, caller, id, body);
      return resultView(await inTransaction(context, actorOf(caller), enter));
    },

    /** 撤回: the result is wrong. It stays visible, counts no more, and the test is open again. */
    async retract(
      caller: Caller,
      id: string,
      { resultId, reason }: z.infer<typeof resultActBody>,
    ): Promise<SampleView> {
      const law = await deps.standards.lawInForce();
      return step(caller, id, 'retract', {
        reason,
        change(sample) {
          const result = resultOf(sample, resultId);
          const tests = [...(sample.tests ?? []), asked(result, 'retracted', caller.username)];
          return setAside(
            law,
            sample,
            [result],
            { act: 'retract', reason, by: caller.username, at: context.clock() },
            tests,
          );
        },
      });
    },

    /** 复测: the result is right but wants confirmation. It counts on; a second determination is asked for, and the worse counts. */
    retest: (caller: Caller, id: string, { resultId, reason }: z.infer<typeof resultActBody>): Promise<SampleView> =>
      step(caller, id, 'retest', {
        reason,
        change(sample) {
          const result = resultOf(sample, resultId);
          const { tests = [] } = sample;
          if (tests.some((test) => test.state === 'open' && test.analyteKey === result.analyteKey))
            throw new Conflict(`A test for ${result.analyte} is open already`);
          return withTests(sample, [...tests, asked(result, 'retest', caller.username)]);
        },
      }),

    /** 取消: the test will not be done, and no other takes its place. A sample with such a test never passes. */
    async rejectTest(caller: Caller, id: string, body: z.infer<typeof testActBody>): Promise<SampleView> {
      const law = await deps.standards.lawInForce();
      const { reason } = body;
      return step(caller, id, 'reject-test', {
        reason,
        change(sample) {
          const analyte = analyteOf(law, body.analyte);
          const { analyteKey } = analyte;
          const results = sample.results.filter((result) => result.analyteKey === analyteKey);
          const { tests = [] } = sample;
          const isOpen = (test: TestRecord) => test.state === 'open' && test.analyteKey === analyteKey;
          if (!results.length && !tests.some(isOpen)) throw new Conflict(`There is no test of ${body.analyte} here`);
          const given = { state: 'rejected' as const, reason };
          const closed = tests.some(isOpen)
            ? tests.map((test) => (isOpen(test) ? { ...test, ...given } : test))
            : [...tests, { ...asked(analyte, 'asked', caller.username), ...given }];
          return setAside(
            law,
            sample,
            results,
            { act: 'reject-test', reason, by: caller.username, at: context.clock() },
            closed,
          );
        },
      });
    },
  };

  return { entry: { enterResult, prepare }, published };

  function entered(
    law: LawNow,
    sample: SampleRecord,
    body: z.infer<typeof addResultBody>,
    enteredBy: string,
  ): ResultRecord {
    const { analyte, unit, lod, loq, uncertainty } = body;
    const found = body.text ?? written(body.value ?? '');
    return {
      _id: new Types.ObjectId(),
      ...analyteOf(law, analyte),
      value: found,
      unit,
      ...(lod && { lod }),
      ...(loq && { loq }),
      ...(uncertainty && { uncertainty }),
      verdict: verdictsOn(law, [inputOf(sample, { analyte, value: found, unit, lod, loq, uncertainty })])[0] as Verdict,
      enteredBy,
      enteredAt: context.clock(),
    };
  }
}

function analyteOf(law: LawNow, analyte: string): Analyte {
  const analyteEn = law.englishName(analyte);
  return { analyte, analyteKey: law.analyteKey(analyte), ...(analyteEn && { analyteEn }) };
}

/** @throws InvalidInput when it was measured before the sample was drawn, or is yet to be */
function measuredWithin(
  { measuredAt: told }: Pick<z.infer<typeof addResultBody>, 'measuredAt'>,
  drawnAt: Date,
  now: Date,
): Date | undefined {
  if (told === undefined) return undefined;
  const measuredAt = new Date(told);
  if (measuredAt > now) throw InvalidInput.field('/measuredAt', 'must not lie in the future');
  if (measuredAt < drawnAt) throw InvalidInput.field('/measuredAt', 'must not lie before the sample was drawn');
  return measuredAt;
}

function written(value: number | string): string {
  return typeof value === 'number' ? decimalText(value) : value;
}

/** Everything that the verdict on a result of this sample follows from. */
function inputOf(
  { categoryCode, drawnAt, decisionRule = usualDecisionRule }: SampleRecord,
  {
    analyte,
    value,
    unit,
    lod,
    loq,
    uncertainty,
  }: Pick<ResultRecord, 'analyte' | 'value' | 'unit'> & {
    lod?: string | undefined;
    loq?: string | undefined;
    uncertainty?: string | undefined;
  },
): VerdictInput {
  return {
    analyte,
    value,
    unit,
    ...(lod && { lod }),
    ...(loq && { loq }),
    ...(uncertainty && { uncertainty }),
    decisionRule,
    categoryCode,
    sampledAt: drawnAt.toISOString(),
  };
}

/** A value or words: one of them. And a detection limit is no higher than the limit of quantification. */
function requireOneFinding({ value, text, lod, loq }: z.infer<typeof addResultBody>): void {
  if (value === undefined && text === undefined)
    throw InvalidInput.field('/value', 'must be given, or text in its place');
  if (text !== undefined && value !== undefined) throw InvalidInput.field('/text', 'stands in place of a value');
  if (lod !== undefined && loq !== undefined && new Decimal(lod).gt(loq))
    throw InvalidInput.field('/lod', 'must not be above the LOQ');
}

/** For whatever brings results in: one at a time within its own transaction, all under one law. */
export type ResultEntry = ReturnType<typeof createResults>['entry'];

function resultOf(sample: SampleRecord, resultId: string): ResultRecord {
  const found = sample.results.find(({ _id }) => _id.toHexString() === resultId);
  if (!found) throw new Conflict('The sample has no such result, or it counts no more');
  return found;
}

/** @throws Conflict when somebody has it, or it is open no more */
function waitingTest(tests: readonly TestRecord[] = [], testId: string): TestRecord {
  const found = tests.find(({ _id, state }) => _id.toHexString() === testId && state === 'open');
  if (!found) throw new Conflict('The sample has no such open test');
  if (found.assignedTo !== undefined) throw new Conflict(`${found.assignedTo} has this test already`);
  return found;
}

function withTests(sample: SampleRecord, tests: TestRecord[]): Change {
  return { tests, verdict: sampleVerdict(sample.results, tests) };
}

/** The parts of a residue share one verdict, which changes as parts come and go; what was judged alone stays as it was judged. */
function judgedTogether(law: LawNow, sample: SampleRecord, results: readonly ResultRecord[]): ResultRecord[] {
  const verdicts = verdictsOn(
    law,
    results.map((result) => inputOf(sample, result)),
  );
  return results.map((result, index) => {
    const verdict = verdicts[index];
    return verdict && (verdict.residue || result.verdict.residue) ? { ...result, verdict } : result;
  });
}

function setAside(
  law: LawNow,
  sample: SampleRecord,
  set: readonly ResultRecord[],
  how: Pick<FormerResultRecord, 'act' | 'reason' | 'by' | 'at'>,
  tests: TestRecord[],
): Change {
  const results = judgedTogether(
    law,
    sample,
    sample.results.filter((result) => !set.includes(result)),
  );
  return {
    results,
    formerResults: [...(sample.formerResults ?? []), ...set.map((result) => ({ ...result, ...how }))],
    tests,
    verdict: sampleVerdict(results, tests),
  };
}
