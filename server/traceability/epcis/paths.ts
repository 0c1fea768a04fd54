import type { Request, Response } from 'express';
import { InvalidInput } from '../../errors.ts';

export const epcisRoot = '/epcis/v2';

export function collection(member: readonly string[]) {
  return {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'Collection' as const,
    member: [...member],
  };
}

export function linkNext(request: Request, response: Response, token: string, expires?: Date): void {
  const address = new URL(request.originalUrl, 'http://localhost');
  address.searchParams.set('nextPageToken', token);
  response.set('Link', `<${address.pathname}${address.search}>; rel="next"`);
  if (expires) response.set('GS1-Next-Page-Token-Expires', expires.toISOString());
}

/** @throws InvalidInput for a parameter that is given twice */
export function texts(parameters: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]): [string, string][] => {
      if (value === undefined) return [];
      if (typeof value !== 'string') throw InvalidInput.field(`/query/${name}`, 'must be given once');
      return [[name, value]];
    }),
  );
}
