import bansData from './data/banned-substances.json' with { type: 'json' };
import coverageData from './data/certificate-coverage.json' with { type: 'json' };
import classificationData from './data/classification.json' with { type: 'json' };
import editionsData from './data/editions.json' with { type: 'json' };
import limitsData from './data/limits.json' with { type: 'json' };
import type { Ban } from './rules/bans.ts';
import type { FoodNode } from './rules/food.ts';
import type { Limit } from './rules/match-limit.ts';

/** The data of this element, each row in the form that the rules take. */

export interface Edition {
  code: string;
  name: string;
  nameEn: string;
  kind: Limit['kind'] | 'banned';
  effectiveFrom?: string;
  effectiveTo?: string;
  replaces: string[];
  rowsInStandard?: number;
  source: string;
}

interface BanRow extends Omit<Ban, 'id' | 'alsoNamed' | 'foods'> {
  alsoNamed?: string[];
  foods: string | string[];
}

interface LimitRow {
  food: string;
  maximum: string;
  excluding?: string[];
  temporary?: boolean;
}

/** What comes with the platform yields to whatever an operator loads. */
export const starterVersion = 0;

export const foodNodes: ReadonlyMap<string, FoodNode> = new Map(
  classificationData.nodes.map((node) => [node.code, node]),
);

export const editions = editionsData.editions as Edition[];

export const coveredByCertificate: ReadonlySet<string> = new Set(coverageData.covered.flatMap(({ foods }) => foods));

export const limits: readonly Limit[] = limitsData.tables.flatMap((table) =>
  table.rows.map(
    (row: LimitRow): Limit => ({
      id: `${slug(limitsData.standard)}-${table.clause}-${row.food}`,
      substance: table.substance,
      substanceEn: table.substanceEn,
      casNumber: table.casNumber,
      residue: table.residue,
      kind: 'pesticide',
      foodCode: row.food,
      excluding: row.excluding ?? [],
      maximum: row.maximum,
      unit: limitsData.unit,
      temporary: row.temporary ?? false,
      standard: limitsData.standard,
      version: starterVersion,
      clause: table.clause,
      effectiveFrom: limitsData.effectiveFrom,
      source: table.source,
    }),
  ),
);

export const bans: readonly Ban[] = (bansData.rows as BanRow[]).map((row) => ({
  ...row,
  id: `ban-${row.announcement ?? 'later'}-${slug(row.substanceEn ?? row.substance)}`,
  alsoNamed: row.alsoNamed ?? [],
  foods: row.foods === 'all' || typeof row.foods === 'string' ? 'all' : row.foods,
}));

/** A name as a part of an id. */
export function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[\s,/]+/g, '-');
}
