import type { Connection } from 'mongoose';
import { courseOf, type DeadlineRecord, deadlineModels } from '../deadlines/index.ts';
import { type Fact, type FactSource, factsOfModel, inTurn, type Turn } from '../facts/index.ts';
import { type CaseRecord, caseModels } from './cases/model.ts';
import { creditClass } from './rules/publication.ts';

/** What cases tell for figures: whether they were decided in time, and what was decided against whom. */
export function enforcementFacts(connection: Connection): FactSource[] {
  const decisions = { kind: 'case-decision' };
  return [
    factsOfModel(deadlineModels(connection).Deadline, 'deadlines', inTime, decisions),
    factsOfModel(caseModels(connection).Case, 'cases', penalties),
  ];
}

/** Decided within the term of 行政处罚法 60, as it was extended and rested (农业行政处罚程序规定). */
function inTime(deadline: DeadlineRecord): Fact[] {
  const { subject, divisionCode, startedAt } = deadline;
  const record = { resource: subject.resource, id: subject.id, label: subject.label };
  return inTurn(courseOf(deadline)).map((held) => ({
    ...{ kind: 'case', record, divisionCode, happenedAt: startedAt },
    ...held,
  }));
}

function penalties(found: CaseRecord): Fact[] {
  const { decision } = found;
  if (!decision) return [];
  return inTurn(penaltyOf(found, decision)).map((held) => ({
    kind: 'penalty',
    record: { resource: 'cases', id: found._id.toHexString(), label: found.number },
    divisionCode: found.divisionCode,
    ...(found.producerId && { producerId: found.producerId.toHexString() }),
    happenedAt: decision.decidedAt,
    ...held,
  }));
}

/** How grave by 信用修复管理办法 7–11; none once the decision was withdrawn or annulled, or its publication ended by repair. */
function penaltyOf(
  { procedure, finding, history, remedies, publication }: CaseRecord,
  { kinds, fine, decidedAt }: NonNullable<CaseRecord['decision']>,
): Turn[] {
  const minorFine = null;
  const word =
    publication?.credit ?? creditClass({ procedure, kinds, fine, minorFine, repeated: finding?.repeated ?? false });
  const annulled = remedies.some(({ outcome }) => outcome === 'annulled');
  const ends = [
    history.find(({ verb }) => verb === 'withdraw')?.at,
    annulled ? history.findLast(({ verb }) => verb === 'end-remedy')?.at : undefined,
    publication?.ground === 'repaired' ? publication.removedAt : undefined,
  ];
  return [{ at: decidedAt, word }, ...ends.flatMap((at): Turn[] => (at ? [{ at, word: null }] : []))];
}
