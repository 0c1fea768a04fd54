import { parseExpression } from '../aggregation/expression.ts';
import type { Scope } from '../aggregation/scope.ts';
import { EngineError } from '../errors.ts';
import { type Element, elements, items, type, type Value } from '../values/bson.ts';
import { arrayOf, documentOf } from '../values/build.ts';
import type { Projection } from './projection.ts';
import { type Node, place, push } from './projection-tree.ts';

/** `$addFields`: computed fields replace in place or are added at the end; documents on the way are merged. */
export function parseAddFields(document: Value, scope: Scope): Projection {
  const root: Node = { fields: new Map() };
  const add = (fields: Value, prefix: string): void => {
    for (const { name, value } of elements(fields)) {
      const path = prefix + name;
      if (path.startsWith('$')) throw new EngineError(16410, "FieldPath field names may not start with '$'.");
      const members = value.type === type.object ? elements(value) : [];
      if (members.length > 0 && !members[0]?.name.startsWith('$')) add(value, `${path}.`);
      else place(root, path, { computed: parseExpression(value, scope) });
    }
  };
  add(document, '');
  if (root.fields.size === 0)
    throw new EngineError(40177, 'Invalid $addFields :: caused by :: specification must have at least one field');
  return (source) => addWithin(source, root, source);
}

function addWithin(source: Value, node: Node, root: Value): Value {
  if (source.type === type.array) return arrayOf(items(source).map((item) => addWithin(item, node, root)));
  const kept: Element[] = [];
  const met = new Set<string>();
  for (const { name, value } of source.type === type.object ? elements(source) : []) {
    const rule = node.fields.get(name);
    met.add(name);
    if (!rule) kept.push({ name, value });
    else push(kept, name, rule.computed ? rule.computed(root) : addWithin(value, rule, root));
  }
  for (const [name, rule] of node.fields) {
    if (!met.has(name)) push(kept, name, rule.computed ? rule.computed(root) : addWithin(documentOf([]), rule, root));
  }
  return documentOf(kept);
}
