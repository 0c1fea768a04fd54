import { createHash } from 'node:crypto';
import { InvalidInput } from '../../errors.ts';

/** Where a page ended: it names the last event already given, so events captured meanwhile move nothing. */
export interface PageToken {
  /** Of the query that it goes on with. */
  query: string;
  at: number;
  id: string;
  /** Events given so far. */
  given: number;
  /** Milliseconds since 1970. */
  expires: number;
}

export const pageTokenLifeMs = 3_600_000;

export function writePageToken(token: PageToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** @throws InvalidInput for what is no token, is another query's, or has expired */
export function readPageToken(text: string, query: string, now: Date): PageToken {
  const refuse = (message: string) => InvalidInput.field('/query/nextPageToken', message);
  let token: Partial<PageToken> | null;
  try {
    token = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw refuse('is not a token given by this list');
  }
  const { at, id, given, expires } = token ?? {};
  if (
    !Number.isFinite(at) ||
    !Number.isFinite(given) ||
    typeof expires !== 'number' ||
    !/^[0-9a-f]{24}$/.test(String(id))
  )
    throw refuse('is not a token given by this list');
  if (token?.query !== query) throw refuse('belongs to another query');
  if (expires < now.getTime()) throw refuse('has expired');
  return token as PageToken;
}

/** Tells one query from another, whatever the order of its parameters. */
export function queryDigest(parameters: Readonly<Record<string, string>>): string {
  const entries = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 16);
}
