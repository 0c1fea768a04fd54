import type { Request, RequestHandler } from 'express';
import { Forbidden } from '../../errors.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a request says of where it came from. */
export interface Provenance {
  method: string;
  /** It carries its own proof (`Authorization`), which no browser adds by itself. */
  authorized: boolean;
  fetchSite: string | undefined;
  origin: string | undefined;
  /** The origins under which this platform is reached. */
  own: readonly string[];
}

/**
 * Why a request must be taken for one that another site made a browser send; undefined when it is none. Browsers send
 * `Sec-Fetch-Site` (W3C Fetch Metadata), older ones `Origin` with whatever changes state; a program that sends neither
 * holds its cookie because somebody gave it to it.
 */
export function foreign({ method, authorized, fetchSite, origin, own }: Provenance): string | undefined {
  if (reading.has(method) || authorized) return undefined;
  if (fetchSite !== undefined && fetchSite !== 'same-origin')
    return `The request was made by another site (Sec-Fetch-Site: ${fetchSite})`;
  if (origin !== undefined && !own.includes(origin)) return 'The request was made by a page of another origin';
  return undefined;
}

/**
 * Refuses what a foreign page makes a signed-in browser send, and foreign pages' sign-ins. `SameSite=Strict` keeps the
 * cookie from other sites already; this holds for sibling sub-domains and browsers that know no SameSite, too.
 */
export function refuseForeignPages(publicUrl: string | undefined): RequestHandler {
  const published = publicUrl === undefined ? [] : [new URL(publicUrl).origin];
  return (request, _response, next) => {
    const reason = foreign({
      method: request.method,
      authorized: request.headers.authorization !== undefined,
      fetchSite: header(request, 'sec-fetch-site'),
      origin: request.headers.origin,
      own: [`${request.protocol}://${request.host}`, ...published],
    });
    next(reason === undefined ? undefined : new Forbidden(reason));
  };
}

function header(request: Request, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
