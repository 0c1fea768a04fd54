import { createHash } from 'node:crypto';

const leafPrefix = Buffer.from([0x00]);
const nodePrefix = Buffer.from([0x01]);

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** RFC 6962 §2.1: the prefix keeps a leaf from ever being taken for an inner node. */
export function leafHash(data: Uint8Array): Buffer {
  return sha256(leafPrefix, data);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(nodePrefix, left, right);
}

/** The root of a tree without leaves. */
export const emptyRoot = sha256();
