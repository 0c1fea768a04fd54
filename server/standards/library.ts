import bansData from './data/banned-substances.json' with { type: 'json' };
import coverageData from './data/certificate-coverage.json' with { type: 'json' };
import classificationData from './data/classification.json' with { type: 'json' };
import editionsData from './data/editions.json' with { type: 'json' };
import carbamates from './data/limits/carbamates.json' with { type: 'json' };
import neonicotinoids from './data/limits/neonicotinoids.json' with { type: 'json' };
import organophosphates from './data/limits/organophosphates.json' with { type: 'json' };
import pyrethroids from './data/limits/pyrethroids.json' with { type: 'json' };
import residuesData from './data/residues.json' with { type: 'json' };
import type { Ban, PrintedBan } from './rules/bans.ts';
import type { EditionKind } from './rules/editions.ts';
import type { FoodNode } from './rules/food.ts';
import type { Limit } from './rules/match-limit.ts';
import type { ResidueDefinition } from './rules/residue.ts';

/** The data of this element, each row in the form that the rules take. */

export interface Edition {
  code: string;
  name: string;
  nameEn: string;
  kind: EditionKind;
  effectiveFrom?: string;
  effectiveTo?: string;
  replaces: string[];
  rowsInStandard?: number;
  source: string;
}

interface BanRow extends Omit<PrintedBan, 'alsoNamed' | 'foods'> {
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

interface CertificateCoverage {
  effectiveFrom: string;
  effectiveTo?: string;
  clause: string;
  covered: { foods: string[]; name: string }[];
}

/** For which foods a 承诺达标合格证 is compulsory, the newest list first. */
export const certificateCoverage: readonly CertificateCoverage[] = coverageData.versions;

export const coveredByCertificate: ReadonlySet<string> = new Set(
  certificateCoverage[0]?.covered.flatMap(({ foods }) => foods),
);

interface LimitTable
  extends Pick<Limit, 'substance' | 'substanceEn' | 'alsoNamed' | 'casNumber' | 'residue' | 'clause' | 'source'> {
  rows: LimitRow[];
}

/** A starter set: some of the 585 substances of GB 2763-2026, and of their tables the rows whose food is in the classification. */
const tables: readonly LimitTable[] = [neonicotinoids, carbamates, organophosphates, pyrethroids].flatMap(
  (group): LimitTable[] => group.tables,
);

const pesticides = editions.find(({ kind }) => kind === 'pesticide') as Edition & { effectiveFrom: string };

export const limits: readonly Limit[] = tables.flatMap(({ rows, ...table }) =>
  rows.map(({ food, maximum, excluding = [], temporary = false }) => ({
    substance: table.substance,
    substanceEn: table.substanceEn,
    alsoNamed: table.alsoNamed,
    casNumber: table.casNumber,
    residue: table.residue,
    clause: table.clause,
    source: table.source,
    id: `${slug(pesticides.code)}-${table.clause}-${food}`,
    kind: 'pesticide',
    foodCode: food,
    excluding,
    maximum,
    unit: 'mg/kg',
    temporary,
    standard: pesticides.code,
    version: starterVersion,
    effectiveFrom: pesticides.effectiveFrom,
  })),
);

export const bans: readonly Ban[] = (bansData.rows as BanRow[]).map((row) => ({
  ...row,
  id: `ban-${row.announcement ?? 'later'}-${slug(row.substanceEn ?? row.substance)}`,
  standard: bansData.standard,
  version: starterVersion,
  alsoNamed: row.alsoNamed ?? [],
  foods: row.foods === 'all' || typeof row.foods === 'string' ? 'all' : row.foods,
}));

export const residues: readonly ResidueDefinition[] = residuesData.definitions.map((definition) => ({
  ...definition,
  foods: definition.foods as ResidueDefinition['foods'],
  standard: residuesData.standard,
  source: residuesData.source,
}));

/** Foods whose residues are those of animals. */
export const animalFoods: ReadonlySet<string> = new Set(residuesData.animalFoods);

/** A name as a part of an id. */
export function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[\s,/]+/g, '-');
}
