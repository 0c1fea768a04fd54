import type { Connection } from 'mongoose';
import { workCalendar } from '../calendar/index.ts';
import { deadlineOf } from '../calendar/rules/deadline.ts';
import { byADay, type Fact, type FactSource, factsOfModel, inTurn, type Turn } from '../facts/index.ts';
import { type Level, type WarningRecord, warningModels } from './model.ts';
import { waitsOf } from './rules/escalation.ts';

/** What warnings tell for figures: how grave they were, and whether somebody answered in time. */
export function warningFacts(connection: Connection): FactSource[] {
  return [factsOfModel(warningModels(connection).Warning, 'warnings', factsOf)];
}

const answering = ['acknowledge', 'handle', 'resolve', 'dismiss', 'close'];

function factsOf(warning: WarningRecord): Fact[] {
  const common = {
    record: { resource: 'warnings', id: warning._id.toHexString(), label: warning.title.zh },
    divisionCode: warning.divisionCode,
    ...(warning.producerId && { producerId: warning.producerId.toHexString() }),
    happenedAt: warning.openedAt,
  };
  return [
    ...inTurn(levelsOf(warning)).map((held): Fact => ({ kind: 'warning', ...common, ...held })),
    ...inTurn(responseTo(warning)).map((held): Fact => ({ kind: 'warning-response', ...common, ...held })),
  ];
}

const levelAtFirst = ({ level, history }: WarningRecord): Level =>
  history.find((entry) => entry.level)?.level?.from ?? level;

/** Its level at each time; a false alarm is none since somebody said so. */
function levelsOf(warning: WarningRecord): Turn[] {
  const later = warning.history.flatMap(({ verb, at, level }): Turn[] => {
    if (verb === 'dismiss') return [{ at, word: null }];
    return level ? [{ at, word: level.to }] : [];
  });
  return [{ at: warning.openedAt, word: levelAtFirst(warning) }, ...later];
}

/** The wait of its first level, by which it would be passed on; an acknowledgement that was taken back is none. */
function responseTo(warning: WarningRecord): Turn[] {
  const { openedAt, history } = warning;
  const takenBack = history.findLast(({ verb }) => verb === 'withdraw-acknowledgement')?.at;
  const answered = history.find(
    ({ verb, at, by }) =>
      answering.includes(verb) && by !== 'system' && !(verb === 'acknowledge' && takenBack && at <= takenBack),
  );
  const ownEnd = history.find(({ verb, by }) => verb === 'close' && by === 'system')?.at;
  if (!answered && ownEnd) return [];
  const [wait] = waitsOf({ state: 'open', level: levelAtFirst(warning) });
  if (!wait) return [];
  const due =
    wait.unit === 'minute'
      ? new Date(openedAt.getTime() + wait.count * 60_000)
      : deadlineOf(openedAt, { unit: wait.unit, count: wait.count }, workCalendar)?.due;
  return byADay(openedAt, due, answered?.at);
}
