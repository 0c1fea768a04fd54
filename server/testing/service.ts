import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { createCustody } from './custody.ts';
import type { TestingDependencies } from './dependencies.ts';
import { createRapidTests } from './rapid-tests.ts';
import { createReports } from './reports/service.ts';
import { createResults } from './results.ts';
import { createSamples } from './samples.ts';
import { createSteps } from './steps.ts';
import { createVerdictChecks } from './verdict-checks/service.ts';

/** Samples with their results and verdicts, and the rapid tests that devices send. */
export function createTestingService(
  context: Context,
  deps: TestingDependencies,
  random: (count: number) => Uint8Array = randomBytes,
) {
  const steps = createSteps(context);
  const reports = createReports(context, deps, random);
  const samples = createSamples(context, deps, { ...steps, reports }, random);
  const rapidTests = createRapidTests(context, { ...deps, batchOfSample: samples.batchOfSample });
  return {
    ...samples,
    ...createCustody(context, steps),
    ...createResults(context, deps, steps),
    ...createVerdictChecks(context, deps),
    ...reports.published,
    ...rapidTests,
  };
}

export type TestingService = ReturnType<typeof createTestingService>;
