import { z } from 'zod';
import type { Bilingual } from '../fields.ts';
import ofSchemas from './json-schema.json' with { type: 'json' };
import ours from './zh.json' with { type: 'json' };

const rows: Readonly<Record<string, string>> = { ...ofSchemas, ...ours };
const exact = new Map(Object.entries(rows).filter(([english]) => !english.includes('{}')));
const withValues = Object.entries(rows)
  .filter(([english]) => english.includes('{}'))
  .sort(([one], [other]) => lettersOf(other) - lettersOf(one))
  .map(([english, chinese]) => ({ parts: english.split('{}'), chinese }));
const ofChecks = z.locales.zhCN().localeError;

/**
 * What a problem says, in both languages: texts that name both, `zh · en`, are split; others are looked up in `zh.json`, and what Ajv
 * finds by a JSON schema in `json-schema.json`, whose
 * `{}` stand for values, in the same order in both languages or numbered, `{2}`, in the Chinese one.
 * @returns `undefined` where only the English is known
 */
export function inBothLanguages(told: string): Bilingual | undefined {
  const both = /^(.*?\P{ASCII}.*?) ?· (.+)$/su.exec(told);
  if (both) return { zh: both[1] ?? '', en: both[2] ?? '' };
  const zh = exact.get(told) ?? filledIn(told);
  return zh === undefined ? undefined : { zh, en: told };
}

/** What a check of a field says, in both languages: our own words from `zh.json`, the library's from its own Chinese. */
export function issueInBothLanguages(issue: z.core.$ZodIssue): Bilingual | undefined {
  const own = inBothLanguages(issue.message);
  if (own) return own;
  if (issue.code === 'invalid_type' && issue.input === undefined) return { zh: '必填', en: issue.message };
  const told = ofChecks(issue as Parameters<typeof ofChecks>[0]);
  const zh = typeof told === 'string' ? told : told?.message;
  return zh ? { zh, en: issue.message } : undefined;
}

function filledIn(told: string): string | undefined {
  for (const { parts, chinese } of withValues) {
    const values = valuesBetween(parts, told);
    if (!values) continue;
    let next = 0;
    return chinese.replaceAll(/\{(\d*)\}/g, (_, number) => values[number ? Number(number) - 1 : next++] ?? '');
  }
  return undefined;
}

/** The values that stand between the parts, each as short as can be: in linear time, since callers choose what stands in a text. */
function valuesBetween([first = '', ...parts]: readonly string[], told: string): string[] | undefined {
  const last = parts.pop() ?? '';
  if (!told.startsWith(first) || !told.endsWith(last)) return undefined;
  const values: string[] = [];
  let from = first.length;
  const end = told.length - last.length;
  for (const part of parts) {
    const at = told.indexOf(part, from);
    if (at < 0 || at + part.length > end) return undefined;
    values.push(told.slice(from, at));
    from = at + part.length;
  }
  return from <= end ? [...values, told.slice(from, end)] : undefined;
}

function lettersOf(english: string): number {
  return english.replaceAll('{}', '').length;
}
