import type { Quantity } from '../api/types.ts';

/** UCUM codes as people write them. */
const written: Record<string, { zh: string; en: string }> = {
  Cel: { zh: '°C', en: '°C' },
  '[ppm]': { zh: 'ppm', en: 'ppm' },
  '[pH]': { zh: '', en: '' },
  '1': { zh: '', en: '' },
  '{piece}': { zh: '件', en: 'pieces' },
  '{box}': { zh: '箱', en: 'boxes' },
  '{egg}': { zh: '枚', en: 'eggs' },
};

type Language = 'zh' | 'en';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

export function writeUnit(unit: string, language: Language): string {
  return written[unit]?.[language] ?? unit;
}

/** `4.5 °C`, `62%`: at most three decimals, a no-break space before a unit that is a word. */
export function writeAmount(value: number, unit: string, language: Language): string {
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 3 }).format(value);
  const shown = writeUnit(unit, language);
  if (shown === '') return number;
  return shown === '%' ? `${number}%` : `${number}\u00a0${shown}`;
}

export function writeQuantity({ value, unit }: Quantity, language: Language): string {
  return writeAmount(value, unit, language);
}

/** Day and minute, with the year only where it is not this one. */
export function writeTime(time: string, language: Language, now: Date = new Date()): string {
  const date = new Date(time);
  const sameYear = date.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(locales[language], {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: language === 'zh' ? 'numeric' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date);
}

/** The whole time with seconds, for tooltips and records. */
export function writeExactTime(time: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
  }).format(new Date(time));
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** `3 分钟前`, `in 2 hours`: in the largest unit that fits. */
export function writeRelative(time: string, now: number, language: Language): string {
  const difference = Date.parse(time) - now;
  const [unit, length] = steps.find(([, each]) => Math.abs(difference) >= each) ?? (['second', 1_000] as const);
  return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(
    Math.trunc(difference / length),
    unit,
  );
}

/** A value of `<input type="datetime-local">` in the reader's zone. */
export function asLocalInput(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
