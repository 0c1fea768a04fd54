/** When a query is asked again by itself (EPCIS 2.0, 8.2.5.3): lists of numbers and ranges, `1,3` and `[9-17]`. */
export interface Schedule {
  second?: string | undefined;
  minute?: string | undefined;
  hour?: string | undefined;
  dayOfMonth?: string | undefined;
  month?: string | undefined;
  /** 1 is Monday. */
  dayOfWeek?: string | undefined;
}

const fields = {
  second: [0, 59],
  minute: [0, 59],
  hour: [0, 23],
  dayOfMonth: [1, 31],
  month: [1, 12],
  dayOfWeek: [1, 7],
} as const;
export type ScheduleField = keyof typeof fields;
export const scheduleFields = Object.keys(fields) as ScheduleField[];

const elementForm = /^(\d{1,2}|\[(\d{1,2})-(\d{1,2})\])$/;

/** The numbers that a field takes in; `undefined` when it is not in the form, or out of bounds. */
export function numbersOf(field: ScheduleField, text: string): ReadonlySet<number> | undefined {
  const [least, most] = fields[field];
  const numbers = new Set<number>();
  for (const element of text.split(',')) {
    const [, single = '', from, to] = elementForm.exec(element.trim()) ?? [];
    const first = Number(from ?? single);
    const last = Number(to ?? single);
    if (single === '' || first < least || last > most || first > last) return undefined;
    for (let number = first; number <= last; number++) numbers.add(number);
  }
  return numbers;
}

const minute = 60_000;
const day = 86_400_000;
/** A 29th of February on a given day of the week comes again within 40 years. */
const longestSearch = 366 * 40;
/** The schedule's clock is China's. */
const offset = 8 * 3_600_000;

/**
 * The first moment after `after` that fits; `undefined` when none ever does, such as the 31st of February. A field that is left
 * out takes in everything; one that is finer than the finest given is 0.
 */
export function nextMoment(schedule: Schedule, after: Date): Date | undefined {
  const taken = (field: ScheduleField) => {
    const text = schedule[field];
    return text === undefined ? undefined : numbersOf(field, text);
  };
  const [seconds, minutes, hours] = clockTimes(taken('second'), taken('minute'), taken('hour'));
  const [days, months, weekdays] = [taken('dayOfMonth'), taken('month'), taken('dayOfWeek')];
  const local = after.getTime() + offset;
  const firstDay = Math.floor(local / day) * day;
  for (let number = 0; number < longestSearch; number++) {
    const date = new Date(firstDay + number * day);
    const fits =
      (days?.has(date.getUTCDate()) ?? true) &&
      (months?.has(date.getUTCMonth() + 1) ?? true) &&
      (weekdays?.has(date.getUTCDay() || 7) ?? true);
    if (!fits) continue;
    for (const hour of hours)
      for (const one of minutes)
        for (const second of seconds) {
          const moment = date.getTime() + hour * 60 * minute + one * minute + second * 1_000;
          if (moment > local) return new Date(moment - offset);
        }
  }
  return undefined;
}

type Numbers = ReadonlySet<number> | undefined;

function clockTimes(seconds: Numbers, minutes: Numbers, hours: Numbers): [number[], number[], number[]] {
  const all = (count: number) => Array.from({ length: count }, (_, index) => index);
  const sorted = (numbers: ReadonlySet<number>) => [...numbers].sort((a, b) => a - b);
  return [
    seconds ? sorted(seconds) : [0],
    minutes ? sorted(minutes) : seconds ? all(60) : [0],
    hours ? sorted(hours) : seconds || minutes ? all(24) : [0],
  ];
}
