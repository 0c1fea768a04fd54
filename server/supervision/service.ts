import type { Context } from '../context.ts';
import type { SupervisionDependencies } from './dependencies.ts';
import { createInspections } from './inspections/service.ts';
import { createPlans } from './plans/service.ts';

/** 监督管理: plans, and the inspections that come of them. */
export function createSupervisionService(context: Context, deps: SupervisionDependencies) {
  const inspections = createInspections(context, deps);
  return { inspections, plans: createPlans(context, deps, inspections) };
}

export type SupervisionService = ReturnType<typeof createSupervisionService>;
