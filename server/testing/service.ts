import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import type { TestingDependencies } from './dependencies.ts';
import { createRapidTests } from './rapid-tests.ts';
import { createSamples } from './samples.ts';

/** Samples with their results and verdicts, and the rapid tests that devices send. */
export function createTestingService(
  context: Context,
  deps: TestingDependencies,
  random: (count: number) => Uint8Array = randomBytes,
) {
  const samples = createSamples(context, deps, random);
  const rapidTests = createRapidTests(context, { ...deps, batchOfSample: samples.batchOfSample });
  return { ...samples, ...rapidTests };
}

export type TestingService = ReturnType<typeof createTestingService>;
