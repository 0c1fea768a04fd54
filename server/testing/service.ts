import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { createAuthorizations } from './authorizations/service.ts';
import { createCustody } from './custody.ts';
import type { TestingDependencies } from './dependencies.ts';
import { createInstruments } from './instruments/service.ts';
import { createLaboratories } from './laboratories/service.ts';
import { createReachingBack } from './nonconformities/reaching-back.ts';
import { createNonconformities } from './nonconformities/service.ts';
import { createNumberBlocks } from './number-blocks/service.ts';
import { createObjections } from './objections/service.ts';
import { createQualityControl } from './quality-control/service.ts';
import { createRapidTests } from './rapid-tests/service.ts';
import { createReports } from './reports/service.ts';
import { createResultImports } from './result-imports/service.ts';
import { createResults } from './results.ts';
import { createSamples } from './samples.ts';
import { createSteps } from './steps.ts';
import { createTurnaround } from './turnaround/service.ts';
import { createWaitingSamples } from './turnaround/waiting.ts';
import { createVerdictChecks } from './verdict-checks/service.ts';
import { createWorkList } from './work-list.ts';

/** Samples with their results, verdicts and reports, and what devices send of them. */
export function createTestingService(
  context: Context,
  deps: TestingDependencies,
  random: (count: number) => Uint8Array = randomBytes,
) {
  const steps = createSteps(context);
  const laboratories = createLaboratories(context);
  const reports = createReports(context, { ...deps, ...laboratories }, random);
  const reachingBack = createReachingBack(context, deps);
  const nonconformities = createNonconformities(context, deps);
  const numberBlocks = createNumberBlocks(context, random);
  const { useNumbers } = numberBlocks;
  const samples = createSamples(context, deps, { ...steps, reports, ...nonconformities, useNumbers }, random);
  const authorizations = createAuthorizations(context);
  const qualityControl = createQualityControl(context, deps, authorizations, reachingBack);
  const results = createResults(context, deps, steps, { ...authorizations, ...qualityControl, ...reachingBack });
  const instruments = createInstruments(context, deps, results.entry);
  const { sampleOfNumber } = samples;
  const { storeInstrumentResult } = instruments;
  return {
    ...samples,
    ...numberBlocks.published,
    ...createCustody(context, steps),
    ...results.published,
    ...createResultImports(context, results.entry),
    ...createVerdictChecks(context, deps),
    ...createWorkList(context, authorizations),
    ...createTurnaround(context),
    ...createWaitingSamples(context),
    ...createObjections(context, deps),
    ...authorizations.published,
    ...laboratories.published,
    ...instruments.published,
    ...nonconformities.published,
    /** In the transaction of a calibration certificate. */
    calibrationRecorded: reachingBack.ofRecordedCalibration,
    ...qualityControl.published,
    ...reports.published,
    ...createRapidTests(context, {
      ...deps,
      sampleOfNumber,
      storeInstrumentResult,
      reachBack: reachingBack.ofRapidTest,
    }),
  };
}

export type TestingService = ReturnType<typeof createTestingService>;
