import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** A note that somebody signed, in the form of C2SP's signed-note: a text, an empty line, one line a signature. */

const ed25519 = 0x01;
/** What every Ed25519 public key begins with in SubjectPublicKeyInfo (RFC 8410). */
const publicKeyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export interface Signer {
  name: string;
  privateKey: KeyObject;
}

export interface Verifier {
  name: string;
  keyId: Buffer;
  publicKey: KeyObject;
}

function checkName(name: string): string {
  if (name === '' || /[\s+]/u.test(name)) throw new RangeError(`"${name}" cannot name a key`);
  return name;
}

function rawKey(publicKey: KeyObject): Buffer {
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(publicKeyPrefix.length);
}

function keyIdOf(name: string, raw: Buffer): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([ed25519]))
    .update(raw)
    .digest()
    .subarray(0, 4);
}

/** The verifier of what this signer signs. */
export function verifierOf({ name, privateKey }: Signer): Verifier {
  const publicKey = createPublicKey(privateKey);
  return { name: checkName(name), keyId: keyIdOf(name, rawKey(publicKey)), publicKey };
}

/** `name+hex(id)+base64(type ‖ key)`: how a verifier is handed on. */
export function writeVerifier({ name, keyId, publicKey }: Verifier): string {
  const key = Buffer.concat([Buffer.from([ed25519]), rawKey(publicKey)]);
  return `${name}+${keyId.toString('hex')}+${key.toString('base64')}`;
}

/** @throws RangeError when the text is no Ed25519 verifier key or its id does not belong to it */
export function readVerifier(text: string): Verifier {
  const [name = '', id = '', ...rest] = text.split('+');
  const key = Buffer.from(rest.join('+'), 'base64');
  if (key[0] !== ed25519 || key.length !== 33) throw new RangeError('not an Ed25519 verifier key');
  const raw = key.subarray(1);
  const keyId = keyIdOf(checkName(name), raw);
  if (keyId.toString('hex') !== id) throw new RangeError(`the key id ${id} does not belong to the key`);
  const publicKey = createPublicKey({ key: Buffer.concat([publicKeyPrefix, raw]), format: 'der', type: 'spki' });
  return { name, keyId, publicKey };
}

/**
 * Signs a text, which must end in a line feed.
 * @returns the note: text, empty line, one signature line
 */
export function signNote(text: string, signer: Signer): string {
  if (!text.endsWith('\n')) throw new RangeError('a note ends in a line feed');
  const { keyId } = verifierOf(signer);
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  return `${text}\n— ${signer.name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;
}

/**
 * What a note says, when at least one of the known keys signed it and none of them wrongly; else null. Signatures by
 * strangers are passed over, as the form asks for, unless they are refused. Base64 must be in its one canonical form.
 */
export function openNote(
  note: string,
  known: readonly Verifier[],
  { strangers }: { strangers: 'passed over' | 'refused' } = { strangers: 'passed over' },
): string | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, end + 1);
  let trusted = false;
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const match = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line);
    if (!match) return null;
    const bytes = Buffer.from(match[2] ?? '', 'base64');
    if (bytes.toString('base64') !== match[2]) return null;
    const key = known.find(({ name, keyId }) => name === match[1] && keyId.equals(bytes.subarray(0, 4)));
    if (!key && strangers === 'refused') return null;
    if (!key) continue;
    if (!verify(null, Buffer.from(text), key.publicKey, bytes.subarray(4))) return null;
    trusted = true;
  }
  return trusted ? text : null;
}
