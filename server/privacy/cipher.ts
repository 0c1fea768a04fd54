import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { DataKey } from './data-keys.ts';

/** Where a value stands. A ciphertext opens there and nowhere else. */
export interface Place {
  collection: string;
  /** The record's id as text. */
  record: string;
  field: string;
}

export interface FieldCipher {
  /** Encrypts with the newest key. */
  seal(text: string, place: Place): string;
  /** @throws Unreadable when it was altered, moved from another place, or its key is not among the keys */
  open(sealed: string, place: Place): string;
  /** Whether it is encrypted with the newest key. */
  isCurrent(sealed: string): boolean;
  /** Keyed hashes by which an encrypted value can be found, with the newest key first. */
  lookups(text: string, at: Omit<Place, 'record'>): [string, ...string[]];
}

/** A ciphertext that cannot be opened. */
export class Unreadable extends Error {}

const form = /^sealed:1:([0-9a-f]{8}):([A-Za-z0-9_-]+)$/;
const nonceBytes = 12;
const tagBytes = 16;

export function isSealed(value: unknown): value is string {
  return typeof value === 'string' && form.test(value);
}

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits. A sealed value is
 * `sealed:1:<key id>:<base64url of nonce, ciphertext and tag>`; collection, record and field are its associated data.
 * @param keys the newest first
 */
export function createFieldCipher(keys: readonly DataKey[]): FieldCipher {
  const [newest] = keys;
  if (!newest) throw new RangeError('encryption needs a key');
  const byId = new Map(keys.map((key) => [key.id, key]));
  const lookup = (key: DataKey, text: string, { collection, field }: Omit<Place, 'record'>) =>
    createHmac('sha256', key.lookup)
      .update(`${collection}\0${field}\0${text.normalize('NFKC')}`)
      .digest('base64url');

  return {
    seal(text, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', newest.encryption, nonce, { authTagLength: tagBytes });
      cipher.setAAD(associated(place));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `sealed:1:${newest.id}:${sealed.toString('base64url')}`;
    },

    open(sealed, place) {
      const [, id = '', body = ''] = form.exec(sealed) ?? [];
      const key = byId.get(id);
      const bytes = Buffer.from(body, 'base64url');
      const where = `${place.collection} ${place.record} ${place.field}`;
      if (!key) throw new Unreadable(`${where} is encrypted with the key ${id || '?'}, which is not among DATA_KEYS`);
      // The text form has spare bits at its end; only one writing of a ciphertext counts.
      if (bytes.length < nonceBytes + tagBytes || bytes.toString('base64url') !== body)
        throw new Unreadable(`${where} holds no ciphertext`);
      const decipher = createDecipheriv('aes-256-gcm', key.encryption, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(associated(place));
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      try {
        const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        throw new Unreadable(`${where} was altered or moved from another record`);
      }
    },

    isCurrent: (sealed) => form.exec(sealed)?.[1] === newest.id,

    lookups: (text, at) => [lookup(newest, text, at), ...keys.slice(1).map((key) => lookup(key, text, at))],
  };
}

function associated({ collection, record, field }: Place): Buffer {
  return Buffer.from(JSON.stringify([collection, record, field]));
}
