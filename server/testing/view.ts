import type { z } from 'zod';
import type { Bilingual } from '../http/fields.ts';
import type { Caller } from '../identity/index.ts';
import samplingData from './data/sampling.json' with { type: 'json' };
import { usualDecisionRule } from './judging.ts';
import { sampleTransitions, whyRefused } from './lifecycle.ts';
import type { CustodyRecord, ResultRecord, SampleRecord, TestRecord } from './model.ts';
import type { resultSchema } from './result-schema.ts';
import { lackingOf, type SamplingDemand } from './rules/lawful-sampling.ts';
import type { sampleSchema } from './schema.ts';
import { verbsOf } from './verbs.ts';

export type SampleView = z.infer<typeof sampleSchema>;
export type ResultView = z.infer<typeof resultSchema>;

export const otherLaboratory: Bilingual = {
  zh: '样品属于其他检测机构',
  en: 'the sample belongs to another laboratory',
};

/** A sample as this caller may see it; for nobody in particular (`null`) without verbs. */
export function sampleView(sample: SampleRecord, caller: Caller | null): SampleView {
  return {
    id: sample._id.toHexString(),
    number: sample.number,
    batchCode: sample.batchCode,
    productName: sample.productName,
    producerName: sample.producerName,
    divisionCode: sample.divisionCode,
    planKind: sample.planKind,
    ...(sample.laboratory && { laboratory: sample.laboratory }),
    state: sample.state,
    verdict: sample.verdict,
    drawnAt: sample.drawnAt.toISOString(),
    ...(sample.place && { place: sample.place }),
    ...(sample.confirms && { confirms: sample.confirms.toHexString() }),
    samplers: [...sample.samplers],
    ...(sample.sealNumber && { sealNumber: sample.sealNumber }),
    ...(sample.retained && { retained: { ...sample.retained, at: sample.retained.at.toISOString() } }),
    custody: (sample.custody ?? []).map(custodyView),
    decisionRule: sample.decisionRule ?? usualDecisionRule,
    ...(sample.deviation && { deviation: sample.deviation }),
    lacking: lackingOf(sample, samplingData.demands as SamplingDemand[]).map(({ demand, clause, lacking }) => ({
      demand,
      clause,
      text: lacking,
    })),
    tests: (sample.tests ?? []).map(testView),
    results: sample.results.map(resultView),
    formerResults: (sample.formerResults ?? []).map(({ act, reason, by, at, ...result }) => ({
      ...resultView(result),
      act,
      reason,
      by,
      at: at.toISOString(),
    })),
    history: sample.history.map(({ verb, by, at, reason }) => ({
      verb,
      by,
      at: at.toISOString(),
      ...(reason !== undefined && { reason }),
    })),
    ...verbsOf(sampleTransitions, sample, caller, {
      ofState: (verb, username) => whyRefused(sample, verb, username),
      outOfReach: otherLaboratory,
    }),
  };
}

function custodyView({ at, seals, ...entry }: CustodyRecord): SampleView['custody'][number] {
  return { ...entry, seals: seals.map(({ number, intact }) => ({ number, intact })), at: at.toISOString() };
}

export function testView({ _id, analyteKey: _, askedAt, ...test }: TestRecord): SampleView['tests'][number] {
  return { id: _id.toHexString(), ...test, askedAt: askedAt.toISOString() };
}

export function resultView(result: ResultRecord): ResultView {
  return {
    id: result._id.toHexString(),
    analyte: result.analyte,
    ...(result.analyteEn && { analyteEn: result.analyteEn }),
    value: result.value,
    unit: result.unit,
    ...(result.method && { method: result.method }),
    ...(result.lod && { lod: result.lod }),
    ...(result.loq && { loq: result.loq }),
    ...(result.uncertainty && { uncertainty: result.uncertainty }),
    ...(result.instrument && { instrument: result.instrument }),
    ...(result.calibration && { calibration: result.calibration }),
    ...(result.measuredAt && { measuredAt: result.measuredAt.toISOString() }),
    ...(result.run && { run: { ...result.run, id: result.run.id.toHexString() } }),
    verdict: result.verdict,
    enteredBy: result.enteredBy,
    enteredAt: result.enteredAt.toISOString(),
  };
}
