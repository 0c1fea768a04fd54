import { elements, field, items, readBoolean, type, type Value } from '../values/bson.ts';
import { nullValue } from '../values/build.ts';
import { compareValues, typeClass } from '../values/compare.ts';
import { isNumber, readDouble } from '../values/numbers.ts';

/** What a path leads to, by the manual's words: the values it ends at, and whether it ends nowhere for some branch. */
function valuesAt(value: Value | undefined, parts: readonly string[]): (Value | undefined)[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [value];
  if (value?.type === type.object) return valuesAt(field(value, part), rest);
  if (value?.type !== type.array) return [undefined];
  const throughMembers = items(value)
    .filter((item) => item.type === type.object)
    .flatMap((item) => valuesAt(item, parts));
  const member = /^(0|[1-9]\d*)$/.test(part) ? items(value)[Number(part)] : undefined;
  if (!member) return throughMembers;
  if (rest.length === 0) return [...throughMembers, member];
  return member.type === type.object || member.type === type.array
    ? [...throughMembers, ...valuesAt(member, rest)]
    : throughMembers;
}

/** The values a comparison is asked of: an array at the path's end is opened, one met by its position is not. */
function candidates(document: Value, path: string): (Value | undefined)[] {
  const parts = path.split('.');
  return valuesAt(document, parts).flatMap((value) =>
    value?.type === type.array && !isMember(value, document) ? [...items(value), value] : [value],
  );
}

/** Whether the value is an element of an array within the document. */
function isMember(value: Value, within: Value): boolean {
  if (within.type !== type.array && within.type !== type.object) return false;
  const inner = items(within);
  const same = (other: Value): boolean => other.start === value.start && other.bytes === value.bytes;
  return (within.type === type.array && inner.some(same)) || inner.some((each) => isMember(value, each));
}

function isNull(value: Value | undefined): boolean {
  return value === undefined || value.type === type.null;
}

function isNotNumber(value: Value): boolean {
  return isNumber(value) && Number.isNaN(readDouble(value));
}

function compares(operator: string, value: Value | undefined, operand: Value): boolean {
  const equal = operand.type === type.null ? isNull(value) : value !== undefined && compareValues(value, operand) === 0;
  if (operator === '$eq') return equal;
  const orEqual = operator.endsWith('e');
  if (operand.type === type.null) return orEqual && equal;
  if (equal) return orEqual;
  const ends = operand.type === type.minKey || operand.type === type.maxKey;
  if (!ends && (value === undefined || typeClass(value.type) !== typeClass(operand.type))) return false;
  if (!ends && value && isNotNumber(value) !== isNotNumber(operand)) return false;
  const order = compareValues(value ?? nullValue, operand);
  return operator.startsWith('$g') ? order > 0 : order < 0;
}

function asks(document: Value, path: string, operator: string, operand: Value): boolean {
  const comparing = (comparison: string, of: Value): boolean =>
    candidates(document, path).some((value) => compares(comparison, value, of));
  switch (operator) {
    case '$ne':
      return !comparing('$eq', operand);
    case '$in':
      return items(operand).some((each) => comparing('$eq', each));
    case '$nin':
      return !items(operand).some((each) => comparing('$eq', each));
    case '$exists':
      return valuesAt(document, path.split('.')).some((value) => value !== undefined) === readBoolean(operand);
    case '$size':
      return valuesAt(document, path.split('.')).some(
        (value) => value?.type === type.array && items(value).length === readDouble(operand),
      );
    case '$elemMatch':
      return valuesAt(document, path.split('.')).some(
        (value) =>
          value?.type === type.array &&
          items(value).some((item) => elements(operand).every((each) => compares(each.name, item, each.value))),
      );
    case '$not':
      return !elements(operand).every((each) => asks(document, path, each.name, each.value));
    default:
      return comparing(operator, operand);
  }
}

/** Whether a document matches, read as the manual describes it: no compilation, no index, no short cut. */
export function naivelyMatches(document: Value, query: Value): boolean {
  return elements(query).every(({ name, value }) => {
    if (name === '$and') return items(value).every((each) => naivelyMatches(document, each));
    if (name === '$or') return items(value).some((each) => naivelyMatches(document, each));
    if (name === '$nor') return !items(value).some((each) => naivelyMatches(document, each));
    return elements(value).every((each) => asks(document, name, each.name, each.value));
  });
}
