import express, { type Request, type RequestHandler } from 'express';
import { InvalidInput, UriTooLong } from '../../errors.ts';
import { hostileIn } from './hostile-value.ts';

/** Longer than any list's filters and any code a label can hold; Node itself bounds all headers together. */
const longestAddress = 4096;

/** Bytes of a JSON body: some thousand EPCIS events. */
const largestBody = 1024 * 1024;

/** Nesting of brackets that JSON.parse itself may be given; what is below it is looked at field by field. */
const deepestBrackets = 512;

/** The address, the query and the body as anybody may send them, before a route looks at them. */
export function requestShape(): RequestHandler[] {
  return [
    (request, _response, next) => {
      next(request.originalUrl.length > longestAddress ? tooLong() : hostile(request.query, '/query'));
    },
    express.json({
      limit: largestBody,
      strict: true,
      type: ['application/json', 'application/ld+json'],
      verify: (_request, _response, bytes) => requireShallow(bytes),
    }),
    (request, _response, next) => next(hostile(request.body, '')),
  ];
}

function tooLong(): UriTooLong {
  return new UriTooLong(`The address is longer than ${longestAddress} characters`);
}

function hostile(value: unknown, pointer: string): InvalidInput | undefined {
  const found = hostileIn(value, pointer);
  return found && InvalidInput.field(found.pointer, found.message);
}

/** @throws an error of the type `entity.too.deep` for brackets within brackets, before they cost the parser its stack */
function requireShallow(bytes: Buffer): void {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index];
    if (inText) {
      if (byte === backslash) index++;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === openBracket || byte === openBrace) {
      if (++depth > deepestBrackets) throw Object.assign(new Error('nested too deep'), { type: 'entity.too.deep' });
    } else if (byte === closeBracket || byte === closeBrace) depth--;
  }
}

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = Buffer.from('"\\[]{}');

/** Whether the request brings a body at all (RFC 9112, 6). */
export function hasBody(request: Request): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}
