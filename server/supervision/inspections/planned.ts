import type { InspectionRecord } from './model.ts';

type OfThePlan =
  | 'divisionCode'
  | 'producerId'
  | 'producerName'
  | 'producerKind'
  | 'kind'
  | 'planId'
  | 'checklist'
  | 'checklistVersion'
  | 'inspectors';

/** What a plan says of one of its inspections. */
export interface PlannedInspection {
  inspection: Pick<InspectionRecord, OfThePlan>;
  /** The first moment at which it is late; absent where that was over before it was planned. */
  tooLateFrom?: Date | undefined;
}
