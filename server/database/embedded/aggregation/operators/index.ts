import type { Operators } from '../operator.ts';
import { arithmeticOperators } from './arithmetic.ts';
import { arrayOperators } from './arrays.ts';
import { comparisonOperators } from './comparison.ts';
import { conditionalOperators } from './conditional.ts';
import { stringOperators } from './strings.ts';

/** The expressions on the allow-list. */
export const operators: Operators = {
  ...arithmeticOperators,
  ...comparisonOperators,
  ...conditionalOperators,
  ...stringOperators,
  ...arrayOperators,
};
