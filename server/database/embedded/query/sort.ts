import { EngineError, unsupported } from '../errors.ts';
import type { IndexField } from '../storage/index-keys.ts';
import { elements, type, type Value } from '../values/bson.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import { parsePath } from './path.ts';

/** Parses a sort pattern: fields with 1 or -1. */
export function parseSort(value: Value): IndexField[] {
  return elements(value).map(({ name, value: direction }) => {
    if (direction.type === type.object) throw unsupported('sorting by $meta', 2);
    const sign = isNumber(direction) ? readDouble(direction) : 0;
    if (sign !== 1 && sign !== -1) {
      throw new EngineError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    if (name === '' || name.split('.').includes('')) throw new EngineError(40353, "FieldPath must not end with a '.'.");
    if (name.startsWith('$'))
      throw new EngineError(
        name === '$natural' ? 238 : 16410,
        name === '$natural'
          ? 'embedded engine does not support sorting by $natural'
          : "FieldPath field names may not start with '$'.",
      );
    const path = parsePath(name);
    if (path.numeric.includes(true)) throw unsupported('sorting by array positions', 2);
    return { path, descending: sign < 0 };
  });
}
