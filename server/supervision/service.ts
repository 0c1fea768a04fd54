import type { Context } from '../context.ts';
import { createComplaints } from './complaints/service.ts';
import type { SupervisionDependencies } from './dependencies.ts';
import { createInspections } from './inspections/service.ts';
import { createPlans } from './plans/service.ts';

/** 监督管理: plans, the inspections that come of them, and complaints. */
export function createSupervisionService(context: Context, deps: SupervisionDependencies) {
  const inspections = createInspections(context, deps);
  return { inspections, plans: createPlans(context, deps, inspections), complaints: createComplaints(context, deps) };
}

export type SupervisionService = ReturnType<typeof createSupervisionService>;
