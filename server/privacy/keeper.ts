import type { Connection } from 'mongoose';
import { createFieldCipher, type FieldCipher } from './cipher.ts';
import type { DataKey } from './data-keys.ts';

const ciphers = new WeakMap<Connection, () => FieldCipher>();

/** Gives a connection its keys; `open` is called once, when the first personal value is read or written. */
export function giveDataKeys(connection: Connection, open: () => DataKey[]): void {
  let cipher: FieldCipher | undefined;
  ciphers.set(connection, () => (cipher ??= createFieldCipher(open())));
}

/** @throws Error on a connection that was given no keys: personal data are then neither read nor written */
export function cipherOf(connection: Connection): FieldCipher {
  const cipher = ciphers.get(connection);
  if (!cipher) throw new Error('personal data need their keys: giveDataKeys(connection, …)');
  return cipher();
}
