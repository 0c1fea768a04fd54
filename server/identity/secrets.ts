import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A random secret of 256 bits, safe in a URL, a cookie and an MQTT password. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a random secret. A slow hash would add nothing: 256 random bits cannot be guessed. */
export function digest(secret: string | Buffer): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export function matchesDigest(secret: string | Buffer, stored: string): boolean {
  return timingSafeEqual(Buffer.from(digest(secret)), Buffer.from(stored));
}
