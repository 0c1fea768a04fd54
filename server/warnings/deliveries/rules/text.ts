/** The text cut to so many bytes of UTF-8, with an ellipsis where it was cut, and no character cut in two. */
export function cutToBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const ellipsis = '…';
  let left = bytes - Buffer.byteLength(ellipsis);
  if (left < 0) return '';
  let kept = '';
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    kept += character;
  }
  return kept + ellipsis;
}

const fullWidth = new Map([...'\\*_~[]<>#|`'].map((mark) => [mark, String.fromCharCode(mark.charCodeAt(0) + 0xfee0)]));

/**
 * Text that people typed in, so that no dialect of Markdown finds a mark, a tag, a mention or an address in it: each robot has a
 * dialect of its own, and none says how to escape. The marks become their full-width forms, which only people read.
 */
export function plainInMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll('://', '：//')
    .replaceAll(/[\\*_~[\]<>#|`]/g, (mark) => fullWidth.get(mark) ?? mark);
}
