import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import { createCases } from './cases/service.ts';
import { createCaseSteps } from './cases/steps.ts';
import { createNumbers } from './documents/numbers.ts';
import { createPapers } from './documents/papers.ts';
import { createCaseDocuments } from './documents/service.ts';
import { createEvidence } from './evidence/service.ts';
import { createPenaltyLaw } from './law/service.ts';
import { createOfficerRegister } from './officers/service.ts';

export interface EnforcementDependencies {
  divisionName(code: string): string;
  hasDivision(code: string): boolean;
  findProducer(caller: Caller, id: string): Promise<{ name: string } | null>;
  sampleNumber(caller: Caller, id: string): Promise<string>;
  fileDigest(caller: Caller, attachmentId: string, caseId: string): Promise<string>;
}

/** 农业行政处罚: the law on penalties, and the cases that are decided by it. */
export function createEnforcementService(context: Context, deps: EnforcementDependencies) {
  const law = createPenaltyLaw(context);
  const nextNumber = createNumbers(context.connection, deps.divisionName);
  const steps = createCaseSteps(context, { law, ...deps });
  const papers = createPapers(context, {
    ...{ nextNumber, law, divisionName: deps.divisionName },
    evidenceOf: (work, caseId) => evidence.evidenceOf(work, caseId),
  });
  const evidence = createEvidence(context, { steps, papers, ...deps });
  const officers = createOfficerRegister(context, deps);
  return {
    law: law.published,
    officers: officers.published,
    evidence: evidence.published,
    documents: createCaseDocuments(context, { steps, papers, ...deps }),
    cases: createCases(context, { steps, nextNumber, papers, officers, ...deps }),
  };
}

export type EnforcementService = ReturnType<typeof createEnforcementService>;
