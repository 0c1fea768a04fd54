import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import mongoose from 'mongoose';

const { EJSON } = mongoose.mongo.BSON;

export type Fields = Record<string, unknown>;

/** A value as JSON that has one form only: BSON types by canonical Extended JSON, members in the order of RFC 8785. */
export function canonical(value: unknown): string {
  return canonicalize(EJSON.serialize(value as object, { relaxed: false })) ?? 'null';
}

/** The salt of what is public of a record: it may be shown, and tells nothing of the entry's own salt. */
export function publicSalt(salt: string): string {
  return createHash('sha256').update('public\n').update(Buffer.from(salt, 'base64url')).digest('base64url');
}

/** SHA-256 of salt and value. The salt keeps a short value (a phone number) from being guessed from its digest. */
export function digestOf(salt: string, value: unknown): string {
  return createHash('sha256').update(Buffer.from(salt, 'base64url')).update(canonical(value)).digest('base64url');
}
