import type { CertificatesService } from '../certification/index.ts';
import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import { createClues } from './cases/clues.ts';
import { createCaseDeadlines, type DeadlinesOfCases } from './cases/deadlines.ts';
import { clueOfRedWarning } from './cases/red-warnings.ts';
import { createCases } from './cases/service.ts';
import { createCaseSteps } from './cases/steps.ts';
import { createNumbers } from './documents/numbers.ts';
import { createPapers, type NamesOf } from './documents/papers.ts';
import { createCaseDocuments } from './documents/service.ts';
import type { DeadlinesOfEvidence } from './evidence/deadlines.ts';
import { createEvidence } from './evidence/service.ts';
import { createPenaltyLaw } from './law/service.ts';
import { createCertificateLoader } from './officers/load-certificate.ts';
import { createOfficerRegister } from './officers/service.ts';

export interface EnforcementDependencies {
  deadlines: DeadlinesOfCases & DeadlinesOfEvidence;
  certificates: Pick<CertificatesService, 'proposeForPenalty'>;
  divisionName(code: string): string;
  namesOf: NamesOf;
  hasDivision(code: string): boolean;
  findProducer(caller: Caller, id: string): Promise<{ name: string } | null>;
  /** Masked where it is a person's. */
  producerName(id: string): Promise<string | undefined>;
  sampleNumber(caller: Caller, id: string): Promise<string>;
  fileDigest(caller: Caller, attachmentId: string, caseId: string): Promise<string>;
}

/** 农业行政处罚: the law on penalties, and the cases that are decided by it. */
export function createEnforcementService(context: Context, deps: EnforcementDependencies) {
  const law = createPenaltyLaw(context);
  const nextNumber = createNumbers(context.connection, deps.divisionName);
  const deadlines = createCaseDeadlines(context, deps.deadlines);
  const { open, ...clues } = createClues(context, { nextNumber, deadlines, producerName: deps.producerName });
  const steps = createCaseSteps(context, { ...deps, law, deadlines });
  const papers = createPapers(context, {
    ...{ nextNumber, law, divisionName: deps.divisionName, namesOf: deps.namesOf },
    evidenceOf: (work, caseId) => evidence.evidenceOf(work, caseId),
  });
  const evidence = createEvidence(context, { steps, papers, ...deps });
  const officers = createOfficerRegister(context, deps);
  return {
    law: law.published,
    officers: officers.published,
    /** What tables of enforcement certificates are loaded by. */
    certificateLoader: createCertificateLoader(context, deps.hasDivision),
    evidence: evidence.published,
    documents: createCaseDocuments(context, { steps, papers, ...deps }),
    cases: createCases(context, { ...deps, steps, open, papers, officers, deadlines }),
    /** What other elements tell in the transaction of a cause. */
    clues,
    followWarning: clueOfRedWarning(clues),
  };
}

export type EnforcementService = ReturnType<typeof createEnforcementService>;
