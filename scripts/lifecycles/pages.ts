import { assessmentTransitions } from '../../server/assessment/grades/lifecycle.ts';
import { applicationTransitions } from '../../server/certification/applications/lifecycle.ts';
import { certificateTransitions } from '../../server/certification/certificates/lifecycle.ts';
import { proposalTransitions } from '../../server/certification/certificates/proposals/lifecycle.ts';
import { conformityTransitions } from '../../server/certification/conformity/lifecycle.ts';
import { deadlineTransitions, handPermissions } from '../../server/deadlines/lifecycle.ts';
import { caseSteps } from '../../server/enforcement/cases/lifecycle.ts';
import { evidenceTransitions } from '../../server/enforcement/evidence/lifecycle.ts';
import { handOverTransitions } from '../../server/exchange/hand-overs/lifecycle.ts';
import { complaintTransitions } from '../../server/supervision/complaints/lifecycle.ts';
import { inspectionTransitions } from '../../server/supervision/inspections/lifecycle.ts';
import { planTransitions } from '../../server/supervision/plans/lifecycle.ts';
import { sampleTransitions } from '../../server/testing/lifecycle.ts';
import { nonconformityTransitions } from '../../server/testing/nonconformities/lifecycle.ts';
import { objectionTransitions } from '../../server/testing/objections/lifecycle.ts';
import { runTransitions } from '../../server/testing/quality-control/lifecycle.ts';
import { transitions, warningVerbs } from '../../server/warnings/lifecycle.ts';
import { ruleTransitions, ruleVerbs } from '../../server/warnings/rule-versions/lifecycle.ts';
import { taskTransitions, taskVerbs } from '../../server/warnings/tasks/lifecycle.ts';
import { lifecycleSection, withSection } from './diagram.ts';

/** Which page shows which life cycle. */
export const pages = [
  { file: 'docs/exchange.md', id: 'life of a hand-over', initial: 'ready', rows: handOverTransitions },
  {
    file: 'docs/assessment.md',
    id: 'life of an assessment',
    initial: 'in-force',
    rows: assessmentTransitions,
  },
  { file: 'docs/enforcement.md', id: 'life of a case', initial: 'clue', rows: caseSteps },
  { file: 'docs/enforcement.md', id: 'life of a piece of evidence', initial: 'taken-up', rows: evidenceTransitions },
  { file: 'docs/supervision.md', id: 'life of a complaint', initial: 'received', rows: complaintTransitions },
  { file: 'docs/supervision.md', id: 'life of an inspection', initial: 'planned', rows: inspectionTransitions },
  { file: 'docs/supervision.md', id: 'life of a plan', initial: 'draft', rows: planTransitions },
  {
    file: 'docs/deadlines.md',
    id: 'life of a deadline',
    initial: 'running',
    rows: Object.entries(deadlineTransitions).map(([verb, transition]) => ({
      verb,
      permission: 'its element, or the clock',
      ...transition,
      ...(verb in handPermissions && { permission: handPermissions[verb as keyof typeof handPermissions] }),
    })),
  },
  { file: 'docs/testing.md', id: 'life of a sample', initial: 'drawn', rows: sampleTransitions },
  { file: 'docs/testing.md', id: 'life of a run', initial: 'open', rows: runTransitions },
  { file: 'docs/testing.md', id: 'life of nonconforming work', initial: 'open', rows: nonconformityTransitions },
  { file: 'docs/testing.md', id: 'life of an objection', initial: 'raised', rows: objectionTransitions },
  {
    file: 'docs/certification.md',
    id: 'life of a conformity certificate',
    initial: 'valid',
    rows: conformityTransitions,
  },
  {
    file: 'docs/certification.md',
    id: 'life of an application',
    initial: 'draft',
    rows: applicationTransitions,
  },
  {
    file: 'docs/certification.md',
    id: 'life of a certificate',
    initial: 'valid',
    rows: certificateTransitions,
  },
  {
    file: 'docs/certification.md',
    id: 'life of a proposal about a certificate',
    initial: 'open',
    rows: proposalTransitions,
  },
  {
    file: 'docs/warnings.md',
    id: 'handling of a warning',
    initial: 'open',
    rows: warningVerbs.map((verb) => ({ verb, ...transitions[verb] })),
  },
  {
    file: 'docs/warnings.md',
    id: 'life of a rule',
    initial: 'in-force',
    rows: ruleVerbs.map((verb) => ({ verb, ...ruleTransitions[verb] })),
  },
  {
    file: 'docs/warnings.md',
    id: 'life of a task about a warning',
    initial: 'open',
    rows: taskVerbs.map((verb) => ({ verb, ...taskTransitions[verb] })),
  },
];

export function pageAsItShouldBe(text: string, file: string): string {
  return pages
    .filter((page) => page.file === file)
    .reduce((page, { id, initial, rows }) => withSection(page, id, lifecycleSection(initial, rows)), text);
}
