import { assessmentTransitions } from '../../server/assessment/grades/lifecycle.ts';
import { attachmentTransitions } from '../../server/attachments/lifecycle.ts';
import { applicationTransitions } from '../../server/certification/applications/lifecycle.ts';
import { certificateTransitions } from '../../server/certification/certificates/lifecycle.ts';
import { proposalTransitions } from '../../server/certification/certificates/proposals/lifecycle.ts';
import { conformityTransitions } from '../../server/certification/conformity/lifecycle.ts';
import { deadlineTransitions, handPermissions } from '../../server/deadlines/lifecycle.ts';
import { deviceTransitions } from '../../server/devices/lifecycle.ts';
import { caseSteps } from '../../server/enforcement/cases/lifecycle.ts';
import { evidenceTransitions } from '../../server/enforcement/evidence/lifecycle.ts';
import { certificateSteps } from '../../server/enforcement/officers/lifecycle.ts';
import { handOverTransitions } from '../../server/exchange/hand-overs/lifecycle.ts';
import { registerImportTransitions } from '../../server/exchange/imports/lifecycle.ts';
import { webhookTransitions } from '../../server/exchange/webhooks/lifecycle.ts';
import { complaintTransitions } from '../../server/supervision/complaints/lifecycle.ts';
import { inspectionTransitions } from '../../server/supervision/inspections/lifecycle.ts';
import { planTransitions } from '../../server/supervision/plans/lifecycle.ts';
import { sampleTransitions } from '../../server/testing/lifecycle.ts';
import { nonconformityTransitions } from '../../server/testing/nonconformities/lifecycle.ts';
import { objectionTransitions } from '../../server/testing/objections/lifecycle.ts';
import { runTransitions } from '../../server/testing/quality-control/lifecycle.ts';
import { batchTransitions } from '../../server/traceability/lifecycle.ts';
import {
  taskTransitions as recallTaskTransitions,
  recallTransitions,
} from '../../server/traceability/recalls/lifecycle.ts';
import { channelSteps, deliverySteps } from '../../server/warnings/deliveries/lifecycle.ts';
import { dryRunTransitions } from '../../server/warnings/dry-run/lifecycle.ts';
import { transitions, warningVerbs } from '../../server/warnings/lifecycle.ts';
import { ruleTransitions, ruleVerbs } from '../../server/warnings/rule-versions/lifecycle.ts';
import { taskTransitions, taskVerbs } from '../../server/warnings/tasks/lifecycle.ts';
import { type DiagramRow, lifecycleSection, withSection } from './diagram.ts';

interface Step extends Omit<DiagramRow, 'verb' | 'from'> {
  from: string | readonly string[];
}

const row = (verb: string, { from, ...step }: Step): DiagramRow => ({ ...step, verb, from: [from].flat() });
const rowsOf = (steps: Record<string, Step>) => Object.entries(steps).map(([verb, step]) => row(verb, step));
const rowsOfList = (steps: readonly (Step & { verb: string })[]) => steps.map((step) => row(step.verb, step));

/** Which page shows which life cycle, and under which name the interface has its records. */
export const pages = [
  {
    file: 'docs/exchange.md',
    id: 'life of a hand-over',
    resource: 'hand-overs',
    initial: 'ready',
    rows: handOverTransitions,
  },
  {
    file: 'docs/exchange.md',
    id: 'life of an import',
    resource: 'register-imports',
    initial: 'checking',
    rows: [
      { verb: 'every row is good', from: ['checking'], to: 'checked', permission: 'the platform itself' },
      { verb: 'a row is not', from: ['checking'], to: 'refused', permission: 'the platform itself' },
      ...registerImportTransitions,
      { verb: 'every row is stored', from: ['storing'], to: 'stored', permission: 'the platform itself' },
      { verb: 'a row is refused', from: ['storing'], to: 'halted', permission: 'the platform itself' },
    ],
  },
  {
    file: 'docs/exchange.md',
    id: 'life of a webhook',
    resource: 'webhooks',
    initial: 'active',
    rows: rowsOfList(webhookTransitions),
  },
  {
    file: 'docs/assessment.md',
    id: 'life of an assessment',
    resource: 'assessments',
    initial: 'in-force',
    rows: assessmentTransitions,
  },
  { file: 'docs/enforcement.md', id: 'life of a case', resource: 'cases', initial: 'clue', rows: caseSteps },
  {
    file: 'docs/enforcement.md',
    id: 'life of a piece of evidence',
    resource: 'case-evidence',
    initial: 'taken-up',
    rows: evidenceTransitions,
  },
  {
    file: 'docs/supervision.md',
    id: 'life of a complaint',
    resource: 'complaints',
    initial: 'received',
    rows: complaintTransitions,
  },
  {
    file: 'docs/supervision.md',
    id: 'life of an inspection',
    resource: 'inspections',
    initial: 'planned',
    rows: inspectionTransitions,
  },
  {
    file: 'docs/supervision.md',
    id: 'life of a plan',
    resource: 'inspection-plans',
    initial: 'draft',
    rows: planTransitions,
  },
  {
    file: 'docs/deadlines.md',
    id: 'life of a deadline',
    resource: 'deadlines',
    initial: 'running',
    rows: Object.entries(deadlineTransitions).map(([verb, transition]) => ({
      verb,
      permission: 'its element, or the clock',
      ...transition,
      ...(verb in handPermissions && { permission: handPermissions[verb as keyof typeof handPermissions] }),
    })),
  },
  { file: 'docs/testing.md', id: 'life of a sample', resource: 'samples', initial: 'drawn', rows: sampleTransitions },
  { file: 'docs/testing.md', id: 'life of a run', resource: 'test-runs', initial: 'open', rows: runTransitions },
  {
    file: 'docs/testing.md',
    id: 'life of nonconforming work',
    resource: 'nonconformities',
    initial: 'open',
    rows: nonconformityTransitions,
  },
  {
    file: 'docs/testing.md',
    id: 'life of an objection',
    resource: 'objections',
    initial: 'raised',
    rows: objectionTransitions,
  },
  {
    file: 'docs/certification.md',
    id: 'life of a conformity certificate',
    resource: 'conformity-certificates',
    initial: 'valid',
    rows: conformityTransitions,
  },
  {
    file: 'docs/certification.md',
    id: 'life of an application',
    resource: 'certification-applications',
    initial: 'draft',
    rows: applicationTransitions,
  },
  {
    file: 'docs/certification.md',
    id: 'life of a certificate',
    resource: 'certificates',
    initial: 'valid',
    rows: certificateTransitions,
  },
  {
    file: 'docs/certification.md',
    id: 'life of a proposal about a certificate',
    resource: 'certificate-proposals',
    initial: 'open',
    rows: proposalTransitions,
  },
  {
    file: 'docs/warnings.md',
    id: 'handling of a warning',
    resource: 'warnings',
    initial: 'open',
    rows: warningVerbs.map((verb) => ({ verb, ...transitions[verb] })),
  },
  {
    file: 'docs/warnings.md',
    id: 'life of a rule',
    resource: 'warning-rules',
    initial: 'in-force',
    rows: ruleVerbs.map((verb) => ({ verb, ...ruleTransitions[verb] })),
  },
  {
    file: 'docs/warnings.md',
    id: 'life of a dry run',
    resource: 'warning-dry-runs',
    initial: 'running',
    rows: rowsOf(dryRunTransitions),
  },
  {
    file: 'docs/warnings.md',
    id: 'life of a task about a warning',
    resource: 'warning-tasks',
    initial: 'open',
    rows: taskVerbs.map((verb) => ({ verb, ...taskTransitions[verb] })),
  },
  {
    file: 'docs/traceability.md',
    id: 'life of a hold',
    resource: 'batches',
    initial: 'normal',
    rows: batchTransitions,
  },
  {
    file: 'docs/traceability.md',
    id: 'life of a recall',
    resource: 'recalls',
    initial: 'draft',
    rows: rowsOf(recallTransitions),
  },
  {
    file: 'docs/traceability.md',
    id: 'life of a task of a recall',
    resource: 'recall-tasks',
    initial: 'sent',
    rows: rowsOf(recallTaskTransitions),
  },
  {
    file: 'docs/devices.md',
    id: 'life of a device',
    resource: 'devices',
    initial: 'registered',
    rows: [
      { verb: 'first message', from: ['registered'], to: 'active', permission: 'the device itself' },
      ...rowsOfList(deviceTransitions),
    ],
  },
  {
    file: 'docs/enforcement.md',
    id: "life of an officer's certificate",
    resource: 'officer-certificates',
    initial: 'in-force',
    rows: rowsOfList(certificateSteps),
  },
  {
    file: 'docs/privacy.md',
    id: 'life of an attachment',
    resource: 'attachments',
    initial: 'shown',
    rows: rowsOfList(attachmentTransitions),
  },
  {
    file: 'docs/warning-channels.md',
    id: 'life of a channel',
    resource: 'warning-channels',
    initial: 'active',
    rows: rowsOf(channelSteps),
  },
  {
    file: 'docs/warning-channels.md',
    id: 'life of a delivery',
    resource: 'warning-deliveries',
    initial: 'waiting',
    rows: [
      { verb: 'answered', from: ['waiting'], to: 'sent', permission: 'the other side' },
      { verb: 'last attempt', from: ['waiting'], to: 'failed', permission: 'the clock' },
      ...rowsOf(deliverySteps),
    ],
  },
];

export function pageAsItShouldBe(text: string, file: string): string {
  return pages
    .filter((page) => page.file === file)
    .reduce((page, { id, initial, rows }) => withSection(page, id, lifecycleSection(initial, rows)), text);
}
