import type { WorkCalendar } from '../../calendar/index.ts';
import { deadlineOf } from '../../calendar/rules/deadline.ts';
import { levelOf, parentOf } from '../../divisions/rules.ts';
import type { Bilingual } from '../../http/fields.ts';
import data from '../data/escalation.json' with { type: 'json' };

/** How long a warning may stay unacknowledged, or acknowledged and not handled; working days end with the day in China, minutes run by the clock. */
export interface Wait {
  unit: 'minute' | 'working-day';
  count: number;
}

export interface Escalatable {
  /** How far its handling has come; only what is open or acknowledged is passed on. */
  state: string;
  level: keyof typeof data.open;
  divisionCode: string;
  /** To whom it has come already. */
  escalatedTo?: string | undefined;
  /** How often it was passed on. */
  escalations?: number | undefined;
}

/** The waits of a level, one for each step upward; the last holds for all further ones; none where nothing is waited for. */
export function waitsOf({ state, level }: Pick<Escalatable, 'state' | 'level'>): readonly Wait[] {
  return state === 'open' || state === 'acknowledged' ? (data[state][level] as Wait[]) : [];
}

/** The division above the one that has it now; `null` when the city has it. */
export function nextDivision({
  divisionCode,
  escalatedTo,
}: Pick<Escalatable, 'divisionCode' | 'escalatedTo'>): string | null {
  return parentOf(escalatedTo ?? divisionCode);
}

/**
 * The first moment at which nobody has acknowledged it, or begun to handle what was acknowledged, in time.
 * @param since when whoever has it now was given it, or when it was acknowledged
 * @returns `null` when nothing is waited for, or there is nobody above to pass it on to
 */
export function escalationDue(warning: Escalatable, since: Date, calendar: WorkCalendar): Date | null {
  const wait = waitFor(warning);
  if (nextDivision(warning) === null || !wait) return null;
  if (wait.unit === 'minute') return new Date(since.getTime() + wait.count * 60_000);
  return deadlineOf(since, { unit: wait.unit, count: wait.count }, calendar)?.due ?? null;
}

/** Why it is passed on, for its history. */
export function escalationCause(warning: Escalatable): Bilingual {
  const wait = waitFor(warning);
  const from = levelOf(warning.escalatedTo ?? warning.divisionCode);
  const time = wait
    ? { zh: `${wait.count} ${units[wait.unit].zh}`, en: `${wait.count} ${units[wait.unit].en}` }
    : never;
  if (warning.state === 'acknowledged')
    return {
      zh: `${places[from].zh}已确认，但${time.zh}内未开始处理`,
      en: `The ${places[from].en} acknowledged it but did not begin to handle it within ${time.en}`,
    };
  return {
    zh: `${time.zh}内${places[from].zh}无人确认`,
    en: `Nobody in the ${places[from].en} acknowledged it within ${time.en}`,
  };
}

function waitFor({ escalations = 0, ...warning }: Escalatable): Wait | undefined {
  const waits = waitsOf(warning);
  return waits[Math.min(escalations, waits.length - 1)];
}

const units = {
  minute: { zh: '分钟', en: 'min' },
  'working-day': { zh: '个工作日', en: 'working day(s)' },
};
const places = {
  town: { zh: '乡镇', en: 'town' },
  county: { zh: '县区', en: 'county' },
  city: { zh: '市', en: 'city' },
};
const never = { zh: '规定时间', en: 'the time given' };
