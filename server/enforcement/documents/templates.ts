import data from '../data/document-templates.json' with { type: 'json' };
import type { Template } from '../rules/fill-template.ts';

/** The papers of a case, as data; a changed form is a new version of its row. */
export const templates = data as readonly Template[];

export function templateOf(code: string): Template {
  const found = templates.find((template) => template.code === code);
  if (!found) throw new Error(`no template ${code}`);
  return found;
}
