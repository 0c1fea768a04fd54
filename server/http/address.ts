import type { Request } from 'express';

/** Where a request comes from; an IPv4 address in its own form also where the socket speaks IPv6 (RFC 4291 section 2.5.5.2). */
export function addressOf(request: Request): string | undefined {
  return request.ip?.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}
