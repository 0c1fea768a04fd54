import type { Request } from 'express';
import { InvalidInput } from '../errors.ts';
import { hostileIn } from './protection/hostile-value.ts';
import { readBody } from './raw-body.ts';

/** What a form without script sends: its filled-in fields, and the files that were chosen. */
export interface FormBody {
  texts: Record<string, string>;
  files: { field: string; content: Buffer }[];
}

interface Bounds {
  bytes: number;
  /** Fields and files together. */
  parts: number;
}

/** Bytes of a part's own headers: its disposition with names, and its type. */
const longestHead = 1024;
const headEnd = '\r\n\r\n';

/**
 * A form's body, `application/x-www-form-urlencoded` or `multipart/form-data` (WHATWG HTML, 4.10.21.8; RFC 7578). A field left
 * empty, which a form sends all the same, is not there.
 * @throws TooLarge beyond its bytes, InvalidInput for more parts than any such form has, or what is no form
 */
export async function readForm(request: Request, { bytes, parts }: Bounds): Promise<FormBody> {
  const type = request.headers['content-type'] ?? '';
  const body = await readBody(request, bytes);
  requireFewParts(body, type, parts);
  const form = await parsed(body, type);
  const texts: FormBody['texts'] = {};
  const files: FormBody['files'] = [];
  for (const [field, value] of form) {
    if (typeof value !== 'string') {
      if (value.size > 0) files.push({ field, content: Buffer.from(await value.arrayBuffer()) });
    } else if (value.trim() !== '') Object.defineProperty(texts, field, { value, enumerable: true });
  }
  const hostile = hostileIn(texts, '');
  if (hostile) throw InvalidInput.field(hostile.pointer, hostile.message);
  return { texts, files };
}

async function parsed(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    throw InvalidInput.field('', 'is not what a form sends');
  }
}

/** Parsing costs by parts and by their headers; a stranger's are counted before. */
function requireFewParts(body: Buffer, type: string, most: number): void {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  const separator = boundary === undefined ? '&' : `--${boundary}`;
  let count = 0;
  for (let at = body.indexOf(separator); at !== -1; at = body.indexOf(separator, at + separator.length)) {
    count += 1;
    const after = at + separator.length;
    const isLast = body.toString('latin1', after, after + 2) === '--';
    const headTooLong =
      boundary !== undefined && !isLast && !body.subarray(after, after + longestHead).includes(headEnd);
    if (count > most + 1 || headTooLong) throw InvalidInput.field('', 'has more parts than the form');
  }
}
