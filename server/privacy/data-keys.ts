import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';

/** A key for personal data, and the two keys derived from it for its two uses (RFC 5869). */
export interface DataKey {
  /** Told by every ciphertext; derived from the key, so that no two keys share one. */
  id: string;
  encryption: Buffer;
  lookup: Buffer;
}

const keyBytes = 32;
const keyForm = /^[A-Za-z0-9+/_-]{43}=?$/;

/** Base64 of 32 bytes each, separated by commas. */
export function readDataKeys(text: string): DataKey[] | null {
  const parts = text.split(',').map((part) => part.trim());
  return parts.every((part) => keyForm.test(part)) ? parts.map((part) => dataKeyOf(Buffer.from(part, 'base64'))) : null;
}

export function dataKeyOf(secret: Buffer): DataKey {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `agritrace ${use}`, keyBytes));
  const id = createHash('sha256').update('agritrace data key id').update(secret).digest('hex').slice(0, 8);
  return { id, encryption: derive('field encryption'), lookup: derive('field lookup') };
}

/**
 * The keys in use, the newest first: those that are given, else the one in `<dataDirectory>/keys/data-keys`, which is
 * made there on first use with mode 0600.
 * @throws Error when the file holds no key
 */
export function openDataKeys(options: {
  given?: DataKey[] | undefined;
  dataDirectory: string;
  log: Logger;
}): DataKey[] {
  if (options.given) return options.given;
  const folder = join(options.dataDirectory, 'keys');
  const file = join(folder, 'data-keys');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    options.log.warn(
      { file },
      'DATA_KEYS is not set: made a key for personal data; keep a copy apart from the backups',
    );
  }
  const keys = readDataKeys(readFileSync(file, 'utf8').trim());
  if (!keys) throw new Error(`${file} does not hold keys of 32 bytes in base64`);
  return keys;
}
