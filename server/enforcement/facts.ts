import type { Connection } from 'mongoose';
import { workCalendar } from '../calendar/index.ts';
import { deadlineOf } from '../calendar/rules/deadline.ts';
import { byADay, type Fact, type FactSource, factsOfModel, inTurn, type Turn } from '../facts/index.ts';
import { type CaseRecord, caseModels } from './cases/model.ts';
import { creditClass } from './rules/publication.ts';
import { termOf } from './rules/terms.ts';

/** What cases tell for figures: whether they were decided in time, and what was decided against whom. */
export function enforcementFacts(connection: Connection): FactSource[] {
  return [factsOfModel(caseModels(connection).Case, 'cases', factsOf)];
}

const ending = ['decide', 'decide-on-the-spot', 'not-punish', 'drop', 'transfer'];

function factsOf(found: CaseRecord): Fact[] {
  const common = {
    record: { resource: 'cases', id: found._id.toHexString(), label: found.number },
    divisionCode: found.divisionCode,
    ...(found.producerId && { producerId: found.producerId.toHexString() }),
  };
  const { filedAt, decision } = found;
  return [
    ...(filedAt ? inTurn(inTime(found, filedAt)) : []).map(
      (held): Fact => ({ kind: 'case', ...common, happenedAt: filedAt ?? held.knownFrom, ...held }),
    ),
    ...(decision ? inTurn(penaltyOf(found, decision)) : []).map(
      (held): Fact => ({ kind: 'penalty', ...common, happenedAt: decision?.decidedAt ?? held.knownFrom, ...held }),
    ),
  ];
}

/** Decided within the term of 行政处罚法 60 from its filing. */
function inTime({ history }: CaseRecord, filedAt: Date): Turn[] {
  const due = deadlineOf(filedAt, termOf('decision'), workCalendar)?.due;
  return byADay(filedAt, due, history.find(({ verb }) => ending.includes(verb))?.at);
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
