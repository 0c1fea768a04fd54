import type { Operators } from '../operator.ts';
import { accumulatorOperators } from './accumulating.ts';
import { arithmeticOperators } from './arithmetic.ts';
import { arrayOperators } from './arrays.ts';
import { comparisonOperators } from './comparison.ts';
import { conditionalOperators } from './conditional.ts';
import { conversionOperators } from './conversion.ts';
import { dateOperators } from './dates.ts';
import { objectOperators } from './objects.ts';
import { regexOperators } from './regex.ts';
import { setOperators } from './sets.ts';
import { stringOperators } from './strings.ts';
import { variableOperators } from './variables.ts';

/** The expressions on the allow-list. */
export const operators: Operators = {
  ...arithmeticOperators,
  ...comparisonOperators,
  ...conditionalOperators,
  ...variableOperators,
  ...stringOperators,
  ...regexOperators,
  ...arrayOperators,
  ...setOperators,
  ...objectOperators,
  ...conversionOperators,
  ...dateOperators,
  ...accumulatorOperators,
};
