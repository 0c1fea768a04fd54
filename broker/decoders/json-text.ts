const utf8 = new TextDecoder('utf-8', { fatal: true });

export type Parsed = { ok: true; value: unknown } | { ok: false; reason: string };

/** A payload as JSON, or why it is none. */
export function parseJson(payload: Buffer): Parsed {
  return parse(payload, (text) => JSON.parse(text));
}

/**
 * The same, with each number as the text it was written in: a laboratory value of 0.10 has two decimals, which a
 * JavaScript number would forget.
 */
export function parseJsonKeepingDecimals(payload: Buffer): Parsed {
  return parse(payload, (text) => {
    JSON.parse(text);
    return JSON.parse(text.replace(STRING_OR_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`)));
  });
}

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function parse(payload: Buffer, read: (text: string) => unknown): Parsed {
  if (payload.length === 0) return { ok: false, reason: 'The message is empty.' };
  let text: string;
  try {
    text = utf8.decode(payload);
  } catch {
    return { ok: false, reason: 'The message is not UTF-8 text, so it cannot be JSON.' };
  }
  try {
    return { ok: true, value: read(text) };
  } catch (error) {
    return { ok: false, reason: `The message is not valid JSON: ${error instanceof Error ? error.message : error}` };
  }
}
