import { boolean, int32 } from '../../values/build.ts';
import { compareExpressions, type Operator, type Operators, ofValues } from '../operator.ts';

function comparison(accept: (order: number) => boolean): Operator {
  return ofValues(2, ([left, right]) => boolean(accept(compareExpressions(left, right))));
}

export const comparisonOperators: Operators = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: ofValues(2, ([left, right]) => int32(Math.sign(compareExpressions(left, right)))),
};
