/** All the ways in which a value may stand in an answer: as it is, percent-encoded, in base64, escaped for JSON or HTML. */
export function formsOf(value: string): string[] {
  const escaped = (each: (code: string) => string) =>
    [...value]
      .map((letter) => (letter.charCodeAt(0) < 128 ? letter : each(letter.charCodeAt(0).toString(16))))
      .join('');
  return [
    value,
    encodeURIComponent(value),
    encodeURIComponent(value).toLowerCase(),
    escaped((code) => `\\u${code.padStart(4, '0')}`),
    escaped((code) => `&#x${code};`),
    ...[0, 1, 2].flatMap((before) => inBase64(value, before)),
  ];
}

/** The letters of base64 that depend on the value alone, when so many bytes stand before it. */
function inBase64(value: string, before: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
  const [from, to] = [Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)];
  return [bytes.toString('base64').slice(from, to), bytes.toString('base64url').slice(from, to)];
}

/** Which of the values stand in the text, in any form. */
export function told(text: string | Buffer, values: readonly string[]): string[] {
  return values.filter((value) => formsOf(value).some((form) => text.includes(form)));
}
