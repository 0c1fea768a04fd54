import type { Connection } from 'mongoose';
import { byADay, type Fact, type FactSource, factsOfModel, inTurn, type Turn } from '../facts/index.ts';
import { type InspectionRecord, inspectionModels } from './inspections/model.ts';
import { severities } from './rules/checklist.ts';

/** What inspections tell for figures. */
export function supervisionFacts(connection: Connection): FactSource[] {
  return [factsOfModel(inspectionModels(connection).Inspection, 'inspections', factsOf)];
}

function factsOf(inspection: InspectionRecord): Fact[] {
  const { _id, divisionCode, producerId, producerName, planId, createdAt } = inspection;
  const common = {
    record: { resource: 'inspections', id: _id.toHexString(), label: producerName },
    divisionCode,
    producerId: producerId.toHexString(),
  };
  const submittedAt = inspection.history.find(({ verb }) => verb === 'submit')?.at;
  const planned: Turn[] = [{ at: createdAt, word: 'due' }, ...(submittedAt ? [{ at: submittedAt, word: 'done' }] : [])];
  return [
    ...(planId ? inTurn(planned) : []).map(
      (held): Fact => ({ kind: 'planned-inspection', ...common, happenedAt: createdAt, ...held }),
    ),
    ...(submittedAt ? [findingFact(inspection, common, submittedAt)] : []),
    ...inTurn(rectificationOf(inspection)).map(
      (held): Fact => ({ kind: 'rectification', ...common, happenedAt: inspection.order?.at ?? createdAt, ...held }),
    ),
  ];
}

/** The gravest finding. Where a person decided for another submission, that one is known since the decision. */
function findingFact(
  { findings, conflicts }: InspectionRecord,
  common: Pick<Fact, 'record' | 'divisionCode' | 'producerId'>,
  submittedAt: Date,
): Fact {
  const replaced = conflicts.findLast(({ decided }) => decided?.keep === 'submitted')?.decided?.at;
  const gravest = severities.findLast((severity) => findings.some((finding) => finding.severity === severity));
  return {
    kind: 'inspection',
    word: gravest ?? 'clean',
    ...common,
    happenedAt: submittedAt,
    knownFrom: replaced ?? submittedAt,
  };
}

/** 责令改正: in time when the first answer or re-check came by the day set and no re-check failed. */
function rectificationOf({ order, history }: InspectionRecord): Turn[] {
  const ordered = history.find(({ verb }) => verb === 'order-rectification')?.at;
  if (!order || !ordered) return [];
  const failedAt = history.find(({ verb }) => verb === 'fail-recheck')?.at;
  const passedAt = history.find(({ verb }) => verb === 'pass-recheck')?.at;
  if (failedAt)
    return [
      { at: ordered, word: 'running' },
      { at: failedAt, word: 'overdue' },
      ...(passedAt ? [{ at: passedAt, word: 'late' }] : []),
    ];
  return byADay(ordered, order.due, history.find(({ verb }) => verb === 'answer')?.at ?? passedAt);
}
