import type { components } from './schema.d.ts';

type Schemas = components['schemas'];

export type Bilingual = Schemas['Bilingual'];
export type CurrentUser = Schemas['CurrentUser'];
export type ManagedUser = Schemas['ManagedUser'];
export type OwnSession = Schemas['OwnSession'];
export type ApiToken = Schemas['ApiToken'];
export type SecurityEvent = Schemas['SecurityEvent'];
export type Division = Schemas['Division'];
export type AuditEntry = Schemas['AuditEntry'];
export type Producer = Schemas['Producer'];
export type RevealedProducer = Schemas['RevealedProducer'];
export type Site = Schemas['Site'];
export type Product = Schemas['Product'];
export type Limit = Schemas['Limit'];
export type Attachment = Schemas['Attachment'];
export type Standard = Schemas['Standard'];
export type StandardChange = Schemas['StandardChange'];
export type ApplicableLimit = Schemas['ApplicableLimit'];
export type StandardImportReport = Schemas['StandardImportReport'];
export type Device = Schemas['Device'];
export type Placement = Schemas['Placements']['placements'][number];
export type Calibration = Schemas['Calibration'];
export type ClaimCode = Schemas['ClaimCode'];
export type DeviceImport = Schemas['DeviceImport'];
export type RegisterImport = Schemas['RegisterImport'];
export type RegisterImportRow = Schemas['RegisterImportRow'];
export type Webhook = Schemas['Webhook'];
export type WebhookDelivery = Schemas['WebhookDelivery'];
export type DeviceCommand = Schemas['DeviceCommand'];
export type CreatedDevice = Schemas['CreatedDevice'];
export type LastReading = Schemas['LastReading'];
export type Series = Schemas['Series'];
export type SeriesPoint = Schemas['SeriesPoint'];
export type RejectedMessage = Schemas['RejectedMessage'];
export type Quantity = Schemas['Quantity'];
export type Batch = Schemas['Batch'];
export type HoldReason = Schemas['HoldReason'];
export type TraceEvent = Schemas['TraceEvent'];
export type Trace = Schemas['Trace'];
export type TraceNode = Schemas['TraceNode'];
export type PenaltyLaw = Schemas['PenaltyLaw'];
export type EnforcementCase = Schemas['Case'];
export type CasePaper = Schemas['CaseDocument'];
export type CaseEvidence = Schemas['CaseEvidence'];
export type ConformityCertificate = Schemas['ConformityCertificate'];
export type Sample = Schemas['Sample'];
export type TestResult = Schemas['Result'];
export type TracedTest = Schemas['TracedTest'];
export type TracedResult = Schemas['TracedResult'];
export type Verdict = Schemas['Verdict'];
export type Nonconformity = Schemas['Nonconformity'];
export type NonconformitySummary = Schemas['NonconformitySummary'];
export type TestReport = Schemas['TestReport'];
export type WaitingSample = Schemas['WaitingSample'];
export type WorkItem = Schemas['WorkItem'];
export type ControlCriterion = Schemas['ControlCriterion'];
export type ControlChart = Schemas['ControlChart'];
export type Objection = Schemas['Objection'];
export type RapidTest = Schemas['RapidTest'];
export type Warning = Schemas['Warning'];
export type WarningRule = Schemas['WarningRule'];
export type WarningChannel = Schemas['WarningChannel'];
export type WarningTask = Schemas['WarningTask'];
export type WarningDryRun = Schemas['WarningDryRun'];
export type WarningSilence = Schemas['WarningSilence'];
export type WarningQuality = Schemas['WarningQuality'];
export type Checklist = Schemas['Checklists']['items'][number];
export type Inspection = Schemas['Inspection'];
export type Complaint = Schemas['Complaint'];
export type Recall = Schemas['Recall'];
export type RecallTask = Schemas['RecallTask'];
export type InspectionPlan = Schemas['InspectionPlan'];
export type Laboratory = Schemas['Laboratory'];
export type NumberBlock = Schemas['NumberBlock'];
export type Turnaround = Schemas['Turnaround'];
export type Certificate = Schemas['Certificate'];
export type CertificateProposal = Schemas['CertificateProposal'];
export type CertificationApplication = Schemas['CertificationApplication'];
export type Deadline = Schemas['Deadline'];
export type OverviewPart = Schemas['OverviewPart'];
export type WarningDelivery = Schemas['WarningDelivery'];
export type Assessment = Schemas['Assessment'];
export type DivisionFigures = Schemas['DivisionFigures'];
export type CountedRecord = Schemas['CountedRecord'];
export type Risk = Schemas['Risk'];

export type ProblemCode = Schemas['Problem']['code'];

/** What the caller may do next, and why not the rest. */
export interface Verbs {
  allowed: string[];
  refused: { verb: string; reason: Bilingual }[];
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
