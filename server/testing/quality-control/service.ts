import type { Context } from '../../context.ts';
import type { Authorizations } from '../authorizations/service.ts';
import type { TestingDependencies } from '../dependencies.ts';
import type { ReachingBack } from '../nonconformities/reaching-back.ts';
import { createControls } from './controls.ts';
import { createCriteria } from './criteria.ts';
import { createRunResults } from './run-results.ts';
import { createRuns } from './runs.ts';

/** 质量控制: runs with their quality control samples, what these are held against, and the charts of both (ISO/IEC 17025 7.7). */
export function createQualityControl(
  context: Context,
  deps: TestingDependencies,
  authorizations: Authorizations,
  reachingBack: Pick<ReachingBack, 'ofControl'>,
) {
  const runResults = createRunResults(context);
  const criteria = createCriteria(context, deps);
  const runs = createRuns(context, deps, authorizations, runResults);
  return {
    measuredIn: runResults.measuredIn,
    published: {
      ...criteria.published,
      ...runs.published,
      ...createControls(context, deps, runs, criteria, { ...authorizations, ...reachingBack }),
    },
  };
}

export type QualityControl = ReturnType<typeof createQualityControl>;
