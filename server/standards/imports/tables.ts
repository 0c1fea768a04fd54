import type { EditionKind } from '../rules/editions.ts';
import { banTable } from './bans/ban-table.ts';
import { foodTable } from './foods/food-table.ts';
import { limitTable } from './limits/limit-table.ts';
import { substanceTable } from './substances/substance-table.ts';
import type { TableKind } from './table-kind.ts';

const tables: Record<EditionKind, TableKind<unknown>> = {
  pesticide: limitTable,
  'veterinary-drug': limitTable,
  contaminant: limitTable,
  mycotoxin: limitTable,
  banned: banTable,
  substances: substanceTable,
  classification: foodTable,
};

/** Each form of a table with the kinds of editions that have it. */
export const editionTables = [...new Set(Object.values(tables))].map((form) => ({
  form,
  kinds: (Object.keys(tables) as EditionKind[]).filter((kind) => tables[kind] === form),
}));

export function tableKindOf(kind: EditionKind): TableKind<unknown> {
  return tables[kind];
}
