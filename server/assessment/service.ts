import type { Context } from '../context.ts';
import type { AssessmentDependencies } from './dependencies.ts';
import { createFactStore } from './figures/store.ts';
import { createGrades } from './grades/service.ts';
import { createPassRates } from './pass-rates/service.ts';
import { createPerformance } from './performance/service.ts';

/** 评估: figures made of what the other elements have recorded. */
export function createAssessmentService(context: Context, deps: AssessmentDependencies) {
  const facts = createFactStore(context, deps.facts);
  return {
    passRates: createPassRates(context, deps, facts),
    grades: createGrades(context, deps, facts),
    performance: createPerformance(context, deps, facts),
  };
}

export type AssessmentService = ReturnType<typeof createAssessmentService>;
