import { isInForce, type Term } from './day.ts';
import type { FoodNode } from './food.ts';
import { isNamed, type NamedSubstance, nameKey, namesOf } from './substance.ts';

/** One compound of a residue that a standard defines as a sum. */
export interface ResiduePart extends NamedSubstance {
  /** Turns the amount found into an amount of what the sum is expressed as: decimal text. */
  factor: string;
}

/** What a standard measures and compares for a substance, where that is not the substance alone. */
export interface ResidueDefinition extends Term {
  substance: string;
  substanceEn: string;
  /** Residues in plants and in animals are often defined apart. */
  foods: 'all' | 'plant' | 'animal';
  standard: string;
  clause: string;
  /** The name of the part in whose amounts the sum is given. */
  expressedAs: string;
  parts: readonly ResiduePart[];
  /** What counts besides the parts without being listed by name: then only the laboratory's own sum is whole. */
  unlisted?: { zh: string; en: string } | undefined;
  source: string;
}

/** Those of the definitions that are for this food on the day of sampling in China, YYYY-MM-DD. */
export function definitionsFor(
  definitions: readonly ResidueDefinition[],
  path: readonly FoodNode[],
  { animalFoods, day }: { animalFoods: ReadonlySet<string>; day: string },
): ResidueDefinition[] {
  const kind = path.some(({ code }) => animalFoods.has(code)) ? 'animal' : 'plant';
  return definitions.filter((each) => (each.foods === 'all' || each.foods === kind) && isInForce(each, day));
}

export function partNamed({ parts }: ResidueDefinition, analyte: string): ResiduePart | undefined {
  return parts.find((part) => isNamed(part, analyte));
}

/**
 * The names under which a laboratory reports the sum itself. The bare name of the substance is one of them unless a part
 * bears it: "phorate" may be phorate alone, and what may be a part is not taken for the whole.
 */
export function wholeNames(definition: ResidueDefinition): string[] {
  const { substance: zh, substanceEn: en, parts, expressedAs } = definition;
  const listed = parts.map(({ substance }) => substance).join('、');
  return [
    ...[zh, en].filter((name) => !partNamed(definition, name)),
    ...[
      '之和',
      '(之和)',
      '总和',
      '(总和)',
      '总量',
      '(总量)',
      `(${listed}之和)`,
      `(${listed}之和,以${expressedAs}表示)`,
    ].map((ending) => zh + ending),
    ...[`sum of ${en}`, `${en} sum`, `${en} (sum)`, `${en}, sum`],
  ];
}

export function isWhole(definition: ResidueDefinition, analyte: string): boolean {
  const asked = nameKey(analyte);
  return wholeNames(definition).some((name) => nameKey(name) === asked);
}

/** Every name under which a result belongs to this residue. */
export function namesOfResidue(definition: ResidueDefinition): string[] {
  return [...wholeNames(definition), ...definition.parts.flatMap(namesOf)];
}
