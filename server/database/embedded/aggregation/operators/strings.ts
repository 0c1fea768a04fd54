import { EngineError } from '../../errors.ts';
import { readString, type } from '../../values/bson.ts';
import { nullValue, plainValue } from '../../values/build.ts';
import { isPresent, type Operators, typeName, variadic } from '../operator.ts';

export const stringOperators: Operators = {
  $concat: variadic((operands, document) => {
    let text = '';
    for (const operand of operands) {
      const value = operand(document);
      if (!isPresent(value)) return nullValue;
      if (value.type !== type.string) {
        throw new EngineError(16702, `$concat only supports strings, not ${typeName(value)}`);
      }
      text += readString(value);
    }
    return plainValue(text);
  }),
};
