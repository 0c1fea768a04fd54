import type { FoodNode } from '../rules/food.ts';
import { nameKey } from '../rules/substance.ts';

export interface FoodNames {
  nodes: ReadonlyMap<string, FoodNode>;
  /** All foods that bear this code or name. */
  named(text: string): readonly FoodNode[];
}

export function foodNamesOf(nodes: ReadonlyMap<string, FoodNode>): FoodNames {
  const byName = new Map<string, FoodNode[]>();
  for (const node of nodes.values())
    for (const key of new Set([node.code, node.name, node.nameEn].map(nameKey)))
      byName.set(key, [...(byName.get(key) ?? []), node]);
  return { nodes, named: (text) => byName.get(nameKey(text)) ?? [] };
}

/** The one food of that code or name; anything else is told by `fault`. */
export function oneFood(
  text: string,
  column: string,
  foods: FoodNames,
  fault: (column: string, message: string) => undefined,
): FoodNode | undefined {
  const [found, another] = foods.named(text);
  if (!found) return fault(column, `${text} is not in the classification`);
  if (another)
    return fault(column, `${text} is the name of several foods: give the code, ${found.code} or ${another.code}`);
  return found;
}

/** Its name where only one food bears it, else its code: what `oneFood` reads again. */
export function writtenFood(code: string, foods: FoodNames): string {
  const name = foods.nodes.get(code)?.name ?? code;
  return foods.named(name).length === 1 ? name : code;
}
