import type { Request } from 'express';
import { InvalidInput, TooLarge } from '../errors.ts';

/**
 * The body as it was sent.
 * @throws TooLarge as soon as more than that many bytes are announced or have come
 */
export async function readBody(request: Request, largest: number): Promise<Buffer> {
  const tooLarge = () => new TooLarge(`A file may have ${largest} bytes`);
  if (Number(request.headers['content-length'] ?? 0) > largest) throw tooLarge();
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > largest) throw tooLarge();
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    throw InvalidInput.field('', 'the body ended before its announced length');
  }
  if (bytes === 0) throw InvalidInput.field('', 'must not be empty');
  return Buffer.concat(parts);
}
