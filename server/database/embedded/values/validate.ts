import { isUtf8 } from 'node:buffer';
import { EngineError } from '../errors.ts';
import { type } from './bson.ts';

/** MongoDB's limit of nested documents in a command. */
const maximumDepth = 200;
/** So many of these levels are for what a command wraps around a document: one that is stored must not use them. */
export const wrappingDepth = 20;

/** Up to so many bytes a loop over plain text ends sooner than a call into native code. */
const shortText = 64;

function invalid(reason: string): EngineError {
  return new EngineError(22, `Invalid BSON: ${reason}`);
}

/** A name or other text up to its zero byte: UTF-8 all of it. */
function cstringEnd(bytes: Buffer, position: number, limit: number): number {
  let end = position;
  let ascii = true;
  while (end < limit && bytes[end] !== 0) if ((bytes[end++] as number) >= 0x80) ascii = false;
  if (end >= limit) throw invalid('name without end');
  if (!ascii && !isUtf8(bytes.subarray(position, end))) throw invalid('name is not UTF-8');
  return end + 1;
}

function stringEnd(bytes: Buffer, position: number, limit: number): number {
  if (position + 5 > limit) throw invalid('string out of bounds');
  const length = bytes.readInt32LE(position);
  const end = position + 4 + length;
  if (length < 1 || end > limit || bytes[end - 1] !== 0) throw invalid('string length');
  if (!isText(bytes, position + 4, end - 1)) throw invalid('string is not UTF-8');
  return end;
}

function isText(bytes: Buffer, start: number, end: number): boolean {
  if (end - start > shortText) return isUtf8(bytes.subarray(start, end));
  for (let at = start; at < end; at++) if ((bytes[at] as number) >= 0x80) return isUtf8(bytes.subarray(at, end));
  return true;
}

const fixedLengths: Record<number, number> = {
  [type.int32]: 4,
  [type.double]: 8,
  [type.date]: 8,
  [type.timestamp]: 8,
  [type.int64]: 8,
  [type.objectId]: 12,
  [type.decimal]: 16,
  [type.null]: 0,
  [type.undefined]: 0,
  [type.minKey]: 0,
  [type.maxKey]: 0,
};

function validateValue(valueType: number, bytes: Buffer, position: number, limit: number, depth: number): number {
  const fixed = fixedLengths[valueType];
  if (fixed !== undefined) return position + fixed;
  switch (valueType) {
    case type.string:
    case type.code:
    case type.symbol:
      return stringEnd(bytes, position, limit);
    case type.object:
    case type.array:
      return validateDocument(bytes, position, limit, depth + 1);
    case type.boolean:
      if ((bytes[position] as number) > 1) throw invalid('boolean');
      return position + 1;
    case type.binary: {
      if (position + 5 > limit) throw invalid('binary out of bounds');
      const length = bytes.readInt32LE(position);
      if (length < 0 || position + 5 + length > limit) throw invalid('binary length');
      // The old subtype 2 repeats its length inside.
      if (bytes[position + 4] === 2 && (length < 4 || bytes.readInt32LE(position + 5) !== length - 4))
        throw invalid('binary length within');
      return position + 5 + length;
    }
    case type.regex:
      return cstringEnd(bytes, cstringEnd(bytes, position, limit), limit);
    case type.dbPointer:
      return stringEnd(bytes, position, limit) + 12;
    case type.codeWithScope: {
      if (position + 4 > limit) throw invalid('code out of bounds');
      const end = position + bytes.readInt32LE(position);
      if (end > limit) throw invalid('code length');
      const scope = stringEnd(bytes, position + 4, end);
      if (validateDocument(bytes, scope, end, depth + 1) !== end) throw invalid('code scope');
      return end;
    }
    default:
      throw invalid(`unrecognized type ${valueType}`);
  }
}

/**
 * Checks the document at `start` so that every reader may trust its lengths; gives its end.
 * Throws 22 InvalidBSON, or 15 Overflow when nested too deep.
 */
export function validateDocument(bytes: Buffer, start: number, limit: number, depth = 0): number {
  if (depth > maximumDepth) throw new EngineError(15, `Object exceeds maximum depth of ${maximumDepth}`);
  if (start + 5 > limit) throw invalid('document out of bounds');
  const end = start + bytes.readInt32LE(start);
  if (end < start + 5 || end > limit || bytes[end - 1] !== 0) throw invalid('document length');
  let position = start + 4;
  while (bytes[position] !== 0) {
    const elementType = bytes[position] as number;
    position = validateValue(elementType, bytes, cstringEnd(bytes, position + 1, end), end - 1, depth);
    if (position >= end) throw invalid('element out of bounds');
  }
  if (position !== end - 1) throw invalid('document length');
  return end;
}
