/** A node of the classification of foods (GB 2763 appendix A). */
export interface FoodNode {
  code: string;
  name: string;
  nameEn: string;
  parentCode: string | null;
}

/** The food with all that it belongs to, from the top group down to the food itself; empty when the code is unknown. */
export function foodPath(nodes: ReadonlyMap<string, FoodNode>, code: string): FoodNode[] {
  const node = nodes.get(code);
  if (!node) return [];
  return node.parentCode === null ? [node] : [...foodPath(nodes, node.parentCode), node];
}

/** A food's place in the classification: what the rules about limits need to know of it. */
export interface FoodPlace {
  /** From the top group down to the food itself. */
  path: readonly FoodNode[];
  /** The codes of all foods below it; empty for a commodity. */
  below: ReadonlySet<string>;
}

/** @returns `null` when the code is unknown */
export function foodPlace(nodes: ReadonlyMap<string, FoodNode>, code: string): FoodPlace | null {
  const path = foodPath(nodes, code);
  if (!path.length) return null;
  const isBelow = (node: FoodNode) =>
    node.code !== code && foodPath(nodes, node.code).some((above) => above.code === code);
  return { path, below: new Set([...nodes.values()].filter(isBelow).map((node) => node.code)) };
}

/**
 * Is the 承诺达标合格证 compulsory for this food? `covered` is the closed list of what the rule names.
 * Source: 农产品质量安全承诺达标合格证管理办法 (MARA order 4 of 2025), article 3.
 */
export function conformityCertificateCovered(path: readonly FoodNode[], covered: ReadonlySet<string>): boolean {
  return path.some(({ code }) => covered.has(code));
}
