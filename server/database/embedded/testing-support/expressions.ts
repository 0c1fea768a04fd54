import { BSON } from 'bson';
import { expect } from 'chai';
import { parseExpression } from '../aggregation/expression.ts';
import { bind } from '../aggregation/scope.ts';
import { documentOf } from '../values/build.ts';
import { document, value } from './values.ts';

type Fields = Record<string, unknown>;
/** An expression, the document it is about, and what it must give: `missing` where that is no value. */
export type ExpressionCase = [expression: unknown, fields: Fields, result: unknown];

export const missing = Symbol('missing');
const { scope } = bind({ now: 0, cells: new Map() }, []);

function json(of: unknown): string {
  return BSON.EJSON.stringify({ v: of }, { relaxed: false });
}

function typed(of: unknown): string {
  return json(BSON.deserialize(BSON.serialize({ v: of }), { promoteValues: false }));
}

/** The expression's value for a document without a variable. */
export function evaluate(expression: unknown, fields: Fields): ReturnType<ReturnType<typeof parseExpression>> {
  return parseExpression(value(expression), scope)(document(fields));
}

function evaluated(expression: unknown, fields: Fields): string {
  const result = evaluate(expression, fields);
  if (!result) return 'missing';
  return json(BSON.deserialize(documentOf([{ name: 'v', value: result }]).raw(), { promoteValues: false }));
}

/** Value and type must be those asked for. */
export function expectValues(cases: readonly ExpressionCase[]): void {
  for (const [expression, fields, result] of cases) {
    const expected = result === missing ? 'missing' : typed(result);
    expect(evaluated(expression, fields), BSON.EJSON.stringify({ expression, fields })).to.equal(expected);
  }
}
