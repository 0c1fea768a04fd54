import type { Request } from 'express';

/** Where a sign-in comes from. */
export interface Origin {
  address?: string | undefined;
  /** What the program says of itself (User-Agent), shortened. */
  device?: string | undefined;
}

export function originOf(request: Request): Origin {
  return { address: request.ip, device: request.headers['user-agent']?.slice(0, 200) };
}
