import { EngineError, unsupported } from '../errors.ts';

export type Pattern = {
  expression: RegExp;
  source: string;
  options: string;
  /** The literal every match begins with, where `^` and no option make that certain. */
  prefix?: string;
};

const plainEscapes = new Set(['d', 'D', 'w', 'W', 'b', 'B', 't', 'n', 'r', 'f']);
const punctuation = /[^A-Za-z0-9\s]/;
const hexadecimal = /^x[0-9a-fA-F]{2}/;

/** One PCRE escape as JavaScript's; what the two dialects read differently is refused. */
function translateEscape(source: string, at: number, inClass: boolean): { text: string; length: number } {
  const rest = source.slice(at + 1);
  const letter = rest[0];
  if (letter === undefined) throw new EngineError(51091, 'Regular expression is invalid: \\ at end of pattern');
  if (letter === 's') return { text: inClass ? ' \\t\\n\\r\\f\\v' : '[ \\t\\n\\r\\f\\v]', length: 2 };
  if (letter === 'S' && !inClass) return { text: '[^ \\t\\n\\r\\f\\v]', length: 2 };
  if (plainEscapes.has(letter) && !(inClass && letter === 'B')) return { text: `\\${letter}`, length: 2 };
  if (hexadecimal.test(rest)) return { text: `\\${rest.slice(0, 3)}`, length: 4 };
  if (punctuation.test(letter)) {
    const codePoint = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    const special = /[\^$\\.*+?()[\]{}|/-]/.test(codePoint);
    const escaped = special && !(codePoint === '-' && !inClass) ? `\\${codePoint}` : codePoint;
    return { text: escaped, length: 1 + codePoint.length };
  }
  throw unsupported(`the regular expression escape \\${letter}`, 2);
}

function translateClass(source: string, at: number): { text: string; length: number } {
  let text = '[';
  let index = at + 1;
  if (source[index] === '^') {
    text += '^';
    index++;
  }
  if (source[index] === ']') {
    text += '\\]';
    index++;
  }
  for (;;) {
    const character = source[index];
    if (character === undefined) {
      throw new EngineError(51091, 'Regular expression is invalid: missing terminating ] for character class');
    }
    if (character === ']') return { text: `${text}]`, length: index + 1 - at };
    if (character === '[' && /[:.=]/.test(source[index + 1] ?? '')) throw unsupported('POSIX character classes', 2);
    if (character === '\\') {
      const escaped = translateEscape(source, index, true);
      text += escaped.text;
      index += escaped.length;
    } else {
      text += character === '[' ? '\\[' : character;
      index++;
    }
  }
}

/** What stands at `at` outside a class, in JavaScript's dialect. */
function translateToken(
  source: string,
  at: number,
  multiline: boolean,
  dotAll: boolean,
): { text: string; length: number } {
  const character = source[at] as string;
  const rest = source.slice(at);
  if (character === '\\') return translateEscape(source, at, false);
  if (character === '[') return translateClass(source, at);
  if (character === '.') return { text: dotAll ? '[\\s\\S]' : '[^\\n]', length: 1 };
  if (character === '^') return { text: multiline ? '(?:^|(?<=\\n)(?=[\\s\\S]))' : '^', length: 1 };
  if (character === '$') return { text: multiline ? '(?=\\n|$)' : '(?=\\n?$)', length: 1 };
  if (character === '(') {
    const group = /^\(\?(:|=|!|<=|<!)/.exec(rest);
    if (group) return { text: group[0], length: group[0].length };
    if (rest.startsWith('(?') || rest.startsWith('(*')) throw unsupported('this kind of regular expression group', 2);
    return { text: '(', length: 1 };
  }
  const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(rest)?.[0];
  if (quantifier !== undefined) {
    const follows = rest[quantifier.length];
    if (follows === '+') throw unsupported('possessive quantifiers', 2);
    const lazy = follows === '?' ? '?' : '';
    return { text: quantifier + lazy, length: quantifier.length + lazy.length };
  }
  if (character === '{' || character === '}' || character === ']') return { text: `\\${character}`, length: 1 };
  const codePoint = String.fromCodePoint(source.codePointAt(at) ?? 0);
  return { text: codePoint, length: codePoint.length };
}

function literalPrefix(source: string): string | undefined {
  if (!source.startsWith('^') || source.includes('|')) return undefined;
  const literal = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^A-Za-z0-9])*)/.exec(source)?.[1] ?? '';
  const quantified = /^[*?{]/.test(source.slice(1 + literal.length));
  const kept = quantified ? literal.replace(/(?:\\.|.)$/su, '') : literal;
  const plain = kept.replace(/\\(.)/gsu, '$1');
  return plain === '' ? undefined : plain;
}

/** A PCRE pattern as a JavaScript expression; only what both read alike. */
export function compilePattern(source: string, options: string): Pattern {
  for (const option of options) {
    if (!'imsux'.includes(option)) throw new EngineError(51108, `invalid flag in regex options: ${option}`);
    if (option === 'x') throw unsupported('the regular expression option x', 2);
  }
  if (source.includes('\0')) throw new EngineError(2, 'Regular expression cannot contain an embedded null byte');
  let translated = '';
  for (let at = 0; at < source.length; ) {
    const token = translateToken(source, at, options.includes('m'), options.includes('s'));
    translated += token.text;
    at += token.length;
  }
  try {
    const expression = new RegExp(translated, options.includes('i') ? 'iu' : 'u');
    const prefix = /[imx]/.test(options) ? undefined : literalPrefix(source);
    return { expression, source, options, ...(prefix === undefined ? {} : { prefix }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError(51091, `Regular expression is invalid: ${reason}`);
  }
}
