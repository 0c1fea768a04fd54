import type { Request, Response } from 'express';
import type { AgriTraceError } from '../../errors.ts';
import { epcisType } from './exceptions.ts';
import { setCaptureLimits } from './headers.ts';

/** The type of an error's document where the EPCIS interface answers; elsewhere none of its own. */
export function epcisProblemType(
  error: AgriTraceError | undefined,
  request: Request,
  response: Response,
): string | undefined {
  if (!request.path.startsWith('/epcis/')) return undefined;
  if (error?.code === 'too-large' && request.method === 'POST') setCaptureLimits(response);
  return epcisType(error, request.method);
}
