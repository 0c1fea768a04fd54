import type { Bilingual } from '../../http/fields.ts';

export interface TemplateBlock {
  kind: string;
  title?: Bilingual;
  facts?: { name: Bilingual; value: string }[];
  paragraphs?: string[];
}

export interface Template {
  code: string;
  version: number;
  title: Bilingual;
  /** 文号 word: numbers of one word run in one sequence. */
  word: string;
  /** Filled in by an officer; the others come of a step. */
  manual: boolean;
  /** Who fills it in; absent: the officers of the case. A presider is none of them. */
  writer?: 'presider';
  fields: { code: string; title: Bilingual; required: boolean }[];
  blocks: TemplateBlock[];
}

/** What a paper says, as it was on the day of issue. */
export type FilledBlock =
  | { kind: 'facts'; title?: Bilingual; facts: [Bilingual, string][] }
  | { kind: 'paragraphs'; title?: Bilingual; paragraphs: string[] };

/** What stands where nothing is known. */
const nothing = '—';

/** The template with its places `{name}` filled; a place that nothing is known for shows a dash, a row or line that holds nothing else is left out. */
export function fillTemplate(
  { blocks }: Pick<Template, 'blocks'>,
  facts: Readonly<Record<string, string | undefined>>,
  evidence: readonly string[],
): FilledBlock[] {
  const filled = (text: string) => text.replaceAll(/\{([\w.]+)\}/g, (_place, name: string) => facts[name] || nothing);
  return blocks.map((block): FilledBlock => {
    const title = block.title && { title: block.title };
    if (block.kind === 'evidence')
      return { kind: 'paragraphs', ...title, paragraphs: evidence.length ? [...evidence] : [nothing] };
    if (block.facts) {
      const rows = block.facts.map(({ name, value }): [Bilingual, string] => [name, filled(value)]);
      return { kind: 'facts', ...title, facts: rows.filter(([, value]) => value !== nothing) };
    }
    const lines = (block.paragraphs ?? []).map(filled).filter((line) => line !== nothing);
    return { kind: 'paragraphs', ...title, paragraphs: lines.length ? lines : [nothing] };
  });
}
