import { type Html, html } from './html.ts';
import type { Language } from './language.ts';
import { termPlainly } from './language.ts';
import { unitTerms } from './texts/terms.ts';

const zone = 'Asia/Shanghai';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const calendar: Record<Language, Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' }),
};

const decimals = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
const rounded = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Day in Beijing's time; what is no time is given back as it came. */
export function plainDay(at: string, language: Language): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : calendar[language].format(time);
}

export function plainMoment(at: string, language: Language): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  return `${calendar[language].format(time)}${language === 'zh' ? ' ' : ', '}${clock.format(time)}`;
}

export function day(at: string, language: Language): Html {
  return html`<time datetime="${at}">${plainDay(at, language)}</time>`;
}

export function moment(at: string, language: Language): Html {
  return html`<time datetime="${at}">${plainMoment(at, language)}</time>`;
}

/** UCUM unit in the reader's words: `kg` 千克, `Cel` °C. */
export function unit(code: string, language: Language): string {
  return termPlainly(unitTerms, code, language);
}

export function amount(quantity: { value: number; unit: string }, language: Language): string {
  return `${decimals.format(quantity.value)} ${unit(quantity.unit, language)}`;
}

/** A sensor's value: one decimal is as much as such sensors can tell. */
export function reading(value: number): string {
  return rounded.format(value).replace(/^-0$/, '0').replace('-', '−');
}
