import type { CertificatesService } from '../../certification/index.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Papers } from '../documents/papers.ts';
import type { OfficerRegister } from '../officers/service.ts';
import type { Clues } from './clues.ts';
import type { CaseDeadlines } from './deadlines.ts';
import { createDeciding } from './deciding.ts';
import { createExecuting } from './executing.ts';
import { createFiling } from './filing.ts';
import { createHearing } from './hearing.ts';
import { createInvestigating } from './investigating.ts';
import { createPublishing } from './publishing.ts';
import { createCaseRecords } from './records.ts';
import type { CaseSteps } from './steps.ts';

export interface CasesDependencies {
  steps: CaseSteps;
  open: Clues['open'];
  deadlines: CaseDeadlines;
  certificates: Pick<CertificatesService, 'proposeForPenalty'>;
  papers: Papers;
  officers: OfficerRegister;
  hasDivision(code: string): boolean;
  findProducer(caller: Caller, id: string): Promise<{ name: string } | null>;
}

/** 农业行政处罚案件, from the clue to the end. */
export function createCases(context: Context, deps: CasesDependencies) {
  return {
    ...createCaseRecords(context, deps),
    ...createFiling(context, deps),
    ...createInvestigating(context, deps),
    ...createHearing(context, deps),
    ...createDeciding(context, deps),
    ...createExecuting(deps),
    ...createPublishing(context, deps),
  };
}

export type Cases = ReturnType<typeof createCases>;
