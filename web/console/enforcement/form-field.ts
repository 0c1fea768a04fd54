import type { Bilingual } from '../api/types.ts';

/** How a field is asked for: `lines` and `parts` are one entry on each line, `acts` are chosen from the list of breaches, `officer` and `officers` from the people. */
type Kind =
  | 'text'
  | 'long'
  | 'day'
  | 'number'
  | 'flag'
  | 'choice'
  | 'many'
  | 'acts'
  | 'lines'
  | 'parts'
  | 'officer'
  | 'officers';

export interface StepField {
  name: string;
  kind: Kind;
  label: Bilingual;
  required?: boolean;
  options?: { value: string; label: Bilingual }[];
}

export type Options = Record<string, Bilingual>;

/** A field of a form that is data; required unless it says otherwise. */
export const field = (
  name: string,
  kind: Kind,
  zh: string,
  en: string,
  { required = true, options }: { required?: boolean; options?: Options } = {},
): StepField => ({
  ...{ name, kind, required, label: { zh, en } },
  ...(options && { options: Object.entries(options).map(([value, label]) => ({ value, label })) }),
});
export const optional = { required: false } as const;

/** What somebody typed as the body that the step takes; what was left empty is left out. */
export function bodyOf(fields: readonly StepField[], values: Record<string, unknown>): Record<string, unknown> {
  const entries = fields.map(({ name, kind }): [string, unknown] => [name, typedAs(kind, values[name])]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function typedAs(kind: Kind, typed: unknown): unknown {
  if (kind === 'flag') return typed === true;
  if (Array.isArray(typed)) return typed;
  const text = typeof typed === 'string' ? typed.trim() : '';
  if (kind === 'lines') return linesOf(text);
  if (kind === 'parts') return linesOf(text).map(partOf);
  if (text === '') return undefined;
  return kind === 'number' ? Number(text) : text;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function partOf(line: string): { amount: string; dueOn: string } {
  const [amount = '', dueOn = ''] = line.split(/\s+/);
  return { amount, dueOn };
}
