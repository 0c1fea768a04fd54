import type { Context } from '../context.ts';
import { createPenaltyLaw } from './law/service.ts';

/** 农业行政处罚: the law on penalties, and the cases that are decided by it. */
export function createEnforcementService(context: Context) {
  const law = createPenaltyLaw(context);
  return { law: law.published };
}

export type EnforcementService = ReturnType<typeof createEnforcementService>;
