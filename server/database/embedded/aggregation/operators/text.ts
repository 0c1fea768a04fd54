import { EngineError } from '../../errors.ts';
import { readString, type, type Value } from '../../values/bson.ts';
import { isNumber } from '../../values/numbers.ts';
import { isPresent, typeName } from '../operator.ts';
import { dateText, numberText } from './printing.ts';

/** What string operators take for a string: strings, numbers, dates; null and missing are the empty string. */
export function coerced(value: Value | undefined): string {
  if (!isPresent(value)) return '';
  if (value.type === type.string || value.type === type.symbol || value.type === type.code) return readString(value);
  if (isNumber(value)) return numberText(value);
  if (value.type === type.date) return dateText(value);
  throw new EngineError(16007, `can't convert from BSON type ${typeName(value)} to String`);
}
