import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { z } from 'zod';
import { TooManyRequests } from '../../errors.ts';
import { addressOf } from '../address.ts';
import defaults from '../data/rate-limits.json' with { type: 'json' };

const rateLimitRow = z.strictObject({
  name: z.string().regex(/^[a-z-]+$/, 'must be small letters and dashes'),
  reason: z.string().optional(),
  by: z.enum(['address', 'account']),
  /** Absent: all. */
  methods: z.array(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])).optional(),
  /** `*` stands for the rest of the address at the end of a path, and for one part of it elsewhere. */
  paths: z.array(z.string().startsWith('/')).min(1),
  windowSeconds: z.int().min(1).max(86_400),
  requests: z.int().min(1),
  /** Counts answers of 400 and above alone. */
  failuresOnly: z.boolean().optional(),
});

export const rateLimitRows = z.array(rateLimitRow);
export type RateLimit = z.infer<typeof rateLimitRow>;

export const defaultRateLimits: readonly RateLimit[] = rateLimitRows.parse(defaults);

export interface RateLimiters {
  /** Refuses by address, before anybody is looked up. */
  byAddress: RequestHandler[];
  /** @throws TooManyRequests when that account has asked too often */
  admit(request: Request, response: Response, account: string): Promise<void>;
}

/**
 * Limits of requests, counted in this process: several instances let through that many times as much together. Answers tell
 * what is left (`RateLimit`, `RateLimit-Policy` of the IETF's draft 8).
 */
export function createRateLimiters(rows: readonly RateLimit[]): RateLimiters {
  const accounts = new WeakMap<Request, string>();
  const limiter = (row: RateLimit) =>
    rateLimit({
      windowMs: row.windowSeconds * 1000,
      limit: row.requests,
      identifier: row.name,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      skipSuccessfulRequests: row.failuresOnly ?? false,
      skip: (request) => !concerns(row, request.method, request.baseUrl + request.path),
      keyGenerator: (request) => accounts.get(request) ?? ipKeyGenerator(addressOf(request) ?? 'unknown'),
      handler: (_request, _response, next) =>
        next(
          new TooManyRequests(
            `More than ${row.requests} ${row.failuresOnly ? 'failed requests' : 'requests'} within ${row.windowSeconds} s from one ${row.by} (${row.name})`,
          ),
        ),
    });
  const limiters = (by: RateLimit['by']) => rows.filter((row) => row.by === by).map(limiter);
  const byAccount = limiters('account');
  return {
    byAddress: limiters('address'),
    async admit(request, response, account) {
      accounts.set(request, account);
      for (const limit of byAccount) await passed(limit, request, response);
    },
  };
}

/** Does the row count this request? */
export function concerns(row: Pick<RateLimit, 'methods' | 'paths'>, method: string, path: string): boolean {
  if (row.methods && !(row.methods as readonly string[]).includes(method)) return false;
  return row.paths.some((pattern) => matches(pattern.split('/'), path.split('/')));
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.at(-1) === '*' ? path.length < pattern.length : path.length !== pattern.length) return false;
  return pattern.every((part, index) => part === '*' || part === path[index]);
}

function passed(limit: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: unknown) => (error === undefined ? resolve() : reject(error as Error));
    Promise.resolve(limit(request, response, done)).catch(reject);
  });
}
