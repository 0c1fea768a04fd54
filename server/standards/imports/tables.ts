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

export function tableKindOf(kind: EditionKind): TableKind<unknown> {
  return tables[kind];
}
