import { EngineError } from '../../errors.ts';
import { compilePattern } from '../../query/regex.ts';
import { readRegex, readString, type, type Value } from '../../values/bson.ts';
import { arrayOf, boolean, nullValue, plainValue } from '../../values/build.ts';
import { isPresent, type Operator, type Operators, parameters, typeName } from '../operator.ts';

function compiled(pattern: Value, options: Value | undefined, name: string): RegExp {
  if (pattern.type !== type.string && pattern.type !== type.regex)
    throw new EngineError(51105, `${name} needs 'regex' to be of type string or regex, found: ${typeName(pattern)}`);
  if (isPresent(options) && options.type !== type.string)
    throw new EngineError(51106, `${name} needs 'options' to be of type string, found: ${typeName(options)}`);
  const own = pattern.type === type.regex ? readRegex(pattern) : { source: readString(pattern), options: '' };
  const given = isPresent(options) ? readString(options) : '';
  if (own.options !== '' && given !== '')
    throw new EngineError(51107, `${name}: found regex options specified in both 'regex' and 'options' fields`);
  const { expression } = compilePattern(own.source, own.options || given);
  return new RegExp(expression.source, `${expression.flags}g`);
}

function found(match: RegExpExecArray): Value {
  return plainValue({
    match: match[0],
    idx: [...match.input.slice(0, match.index)].length,
    captures: match.slice(1).map((capture) => capture ?? null),
  });
}

function matching(most: number, answer: (matches: RegExpExecArray[]) => Value): Operator {
  return (operand, scope, build, name) => {
    const given = parameters(name, operand, ['input', 'regex', 'options'], ['input', 'regex'], 51103);
    const input = build(given.get('input') as Value, scope);
    const pattern = build(given.get('regex') as Value, scope);
    const options = given.get('options');
    const optionsOf = options && build(options, scope);
    return (document) => {
      const [text, regex] = [input(document), pattern(document)];
      if (isPresent(text) && text.type !== type.string)
        throw new EngineError(51104, `${name} needs 'input' to be of type string, found: ${typeName(text)}`);
      const expression = isPresent(regex) ? compiled(regex, optionsOf?.(document), name) : undefined;
      if (!isPresent(text) || !expression) return answer([]);
      const matches: RegExpExecArray[] = [];
      for (const match of readString(text).matchAll(expression)) {
        matches.push(match);
        if (matches.length >= most) break;
      }
      return answer(matches);
    };
  };
}

export const regexOperators: Operators = {
  $regexMatch: matching(1, (matches) => boolean(matches.length > 0)),
  $regexFind: matching(1, ([first]) => (first ? found(first) : nullValue)),
  $regexFindAll: matching(Number.POSITIVE_INFINITY, (matches) => arrayOf(matches.map(found))),
};
