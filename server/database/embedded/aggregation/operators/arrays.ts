import { EngineError } from '../../errors.ts';
import { items, type } from '../../values/bson.ts';
import { boolean, int32 } from '../../values/build.ts';
import { compareExpressions, type Operators, ofValues, typeName } from '../operator.ts';

export const arrayOperators: Operators = {
  $size: ofValues(1, ([value]) => {
    if (value?.type === type.array) return int32(items(value).length);
    throw new EngineError(17124, `The argument to $size must be an array, but was of type: ${typeName(value)}`);
  }),
  $in: ofValues(2, ([needle, list]) => {
    if (list?.type !== type.array) {
      throw new EngineError(40081, `$in requires an array as a second argument, found: ${typeName(list)}`);
    }
    return boolean(items(list).some((item) => compareExpressions(item, needle) === 0));
  }),
};
