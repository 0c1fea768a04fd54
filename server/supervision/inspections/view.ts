import type { z } from 'zod';
import { type Bilingual, decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { holds, mayDo, noRight } from '../../identity/rights/ability.ts';
import { inspectionTransitions, whyNotNow } from './lifecycle.ts';
import type { InspectionRecord, Submission } from './model.ts';
import type { inspectionSchema } from './schema.ts';

export type InspectionView = z.infer<typeof inspectionSchema>;

export const outOfReach: Bilingual = { zh: '由其他区划办理', en: 'another division deals with it' };

export function inspectionView(inspection: InspectionRecord, caller: Caller): InspectionView {
  const { _id, submission, conflicts, order, answer, history, planId } = inspection;
  return {
    id: _id.toHexString(),
    divisionCode: inspection.divisionCode,
    producerId: inspection.producerId.toHexString(),
    producerName: inspection.producerName,
    kind: inspection.kind,
    ...(planId && { planId: planId.toHexString() }),
    checklist: inspection.checklist,
    checklistVersion: inspection.checklistVersion,
    inspectors: [...inspection.inspectors],
    state: inspection.state,
    ...(submission && { submission: submissionView(submission) }),
    findings: inspection.findings.map(({ item, severity, text, clause, note }) => ({
      item,
      severity,
      text: { zh: text.zh, en: text.en },
      clause,
      ...(note !== undefined && { note }),
    })),
    conflicts: conflicts.map(({ id, by, at, decided, ...other }) => ({
      ...submissionView(other),
      id,
      by,
      at: at.toISOString(),
      ...(decided && { decided: { ...decided, at: decided.at.toISOString() } }),
    })),
    ...(order && { order: { ...order, due: order.due.toISOString(), at: order.at.toISOString() } }),
    ...(answer && { answer: { ...answer, at: answer.at.toISOString() } }),
    createdAt: inspection.createdAt.toISOString(),
    createdBy: inspection.createdBy,
    history: history.map(({ verb, by, at, note }) => ({
      verb,
      by,
      at: at.toISOString(),
      ...(note !== undefined && { note }),
    })),
    ...decideVerbs(inspectionTransitions, ({ verb, permission }) => {
      if (!holds(caller, permission)) return noRight;
      return mayDo(caller, permission, inspection) ? whyNotNow(inspection, verb) : outOfReach;
    }),
  };
}

export function submissionView(submission: Submission) {
  const { answers, begunAt, finishedAt, point, photos, photoDetails, clockAheadSeconds } = submission;
  return {
    answers: answers.map(({ item, answer, note }) => ({ item, answer, ...(note !== undefined && { note }) })),
    begunAt: begunAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    ...(point && { point: pointView(point) }),
    photos: [...photos],
    ...(photoDetails && {
      photoDetails: photoDetails.map(({ sha256, item, takenAt, point: where, accuracyMetres }) => ({
        sha256,
        ...(item !== undefined && { item }),
        takenAt: takenAt.toISOString(),
        ...(where && { point: pointView(where) }),
        ...(accuracyMetres !== undefined && { accuracyMetres }),
      })),
    }),
    ...(clockAheadSeconds !== undefined && { clockAheadSeconds }),
  };
}

function pointView({ longitude, latitude }: { longitude: number; latitude: number }) {
  return { longitude, latitude };
}
