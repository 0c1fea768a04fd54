import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Checkpoint, writeCheckpoint } from './merkle/checkpoint.ts';
import { readVerifier, type Signer, signNote, type Verifier, verifierOf, writeVerifier } from './merkle/signed-note.ts';
import { signedCheckpoint, type Trust } from './verify/trust.ts';

export interface Seal extends Trust {
  /** The log's name. */
  origin: string;
  /** Of the key in use; it is the first of `verifiers`. */
  verifier: Verifier;
  sign(checkpoint: Omit<Checkpoint, 'origin'>): string;
  publish(note: string): void;
}

interface KeyFile {
  origin: string;
  /** PEM, PKCS #8 */
  privateKey: string;
  /** Verifier keys of earlier private keys, the newest first. */
  retired?: string[];
}

const folderOf = (dataDirectory: string) => join(dataDirectory, 'audit');
const keyFileOf = (dataDirectory: string) => join(folderOf(dataDirectory), 'signing-key.json');
const checkpointFileOf = (dataDirectory: string) => join(folderOf(dataDirectory), 'checkpoint');

/** As `readSeal`; a log that has no key yet gets one, for the owner of the folder alone. */
export function openSeal(dataDirectory: string): Seal {
  mkdirSync(folderOf(dataDirectory), { recursive: true, mode: 0o700 });
  const file = keyFileOf(dataDirectory);
  if (!existsSync(file)) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeDurably(file, keyText({ origin: originOf(publicKey), privateKey: pemOf(privateKey) }));
  }
  return readSeal(dataDirectory);
}

/**
 * The log's key and its newest published checkpoint, in `<dataDirectory>/audit`. A database that was put back to an
 * earlier state cannot take the published checkpoint with it: that is how it shows.
 * @throws Error when there is no key, or it is damaged
 */
export function readSeal(dataDirectory: string): Seal {
  const { signer, retired } = readKeys(keyFileOf(dataDirectory));
  const verifier = verifierOf(signer);
  const verifiers = [verifier, ...retired];
  const file = checkpointFileOf(dataDirectory);
  return {
    origin: signer.name,
    verifier,
    verifiers,
    keepsPublished: true,
    sign: (checkpoint) => signNote(writeCheckpoint({ origin: signer.name, ...checkpoint }), signer),
    published() {
      if (!existsSync(file)) return null;
      const checkpoint = signedCheckpoint(readFileSync(file, 'utf8'), verifiers);
      if (!checkpoint) throw new Error(`${file} is no checkpoint that this log has signed`);
      return checkpoint;
    },
    publish: (note) => writeDurably(file, note),
  };
}

/**
 * Gives the log a new key. Its name stays; what the old key has signed stays valid, and the newest checkpoint is signed
 * by both. The platform signs with the new key after its next start.
 * @returns the new verifier key
 */
export function rotateSigningKey(dataDirectory: string): string {
  const seal = readSeal(dataDirectory);
  const published = seal.published();
  const privateKey = generateKeyPairSync('ed25519').privateKey;
  const retired = seal.verifiers.map(writeVerifier);
  writeDurably(keyFileOf(dataDirectory), keyText({ origin: seal.origin, privateKey: pemOf(privateKey), retired }));
  if (published) {
    const note = seal.sign(published);
    const signer = { name: seal.origin, privateKey };
    const text = writeCheckpoint(published);
    writeDurably(checkpointFileOf(dataDirectory), note + signNote(text, signer).slice(text.length + 1));
  }
  return writeVerifier(readSeal(dataDirectory).verifier);
}

/**
 * Gives the log another name, with a key of its own: for a database that was put back behind what was published, which
 * must never be signed under the old name again. What the old keys signed can still be opened; the published checkpoint is kept
 * beside, and is no longer what the log is held to.
 * @returns the new name and its verifier key
 */
export function renameLog(dataDirectory: string): { origin: string; verifier: string } {
  const seal = readSeal(dataDirectory);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const origin = originOf(publicKey);
  const retired = seal.verifiers.map(writeVerifier);
  writeDurably(keyFileOf(dataDirectory), keyText({ origin, privateKey: pemOf(privateKey), retired }));
  const published = checkpointFileOf(dataDirectory);
  if (existsSync(published)) renameSync(published, `${published}-${seal.origin.split('/').at(-1)}`);
  return { origin, verifier: writeVerifier(readSeal(dataDirectory).verifier) };
}

function originOf(publicKey: KeyObject): string {
  return `agritrace/log/${publicKey.export({ format: 'der', type: 'spki' }).subarray(-4).toString('hex')}`;
}

function readKeys(file: string): { signer: Signer; retired: Verifier[] } {
  if (!existsSync(file)) throw new Error(`${file} is missing: give the log's public key with --key`);
  try {
    const { origin, privateKey, retired = [] } = JSON.parse(readFileSync(file, 'utf8')) as KeyFile;
    return { signer: { name: origin, privateKey: createPrivateKey(privateKey) }, retired: retired.map(readVerifier) };
  } catch (error) {
    throw new Error(`${file} holds no key: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function keyText(keys: KeyFile): string {
  return JSON.stringify(keys, null, 2);
}

function pemOf(privateKey: { export(options: { format: 'pem'; type: 'pkcs8' }): string | Buffer }): string {
  return String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
}

/** After a power cut the file is the old one or the new one, never half of one. */
function writeDurably(file: string, text: string): void {
  const written = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeFileSync(written, text);
    fsyncSync(written);
  } finally {
    closeSync(written);
  }
  renameSync(`${file}.new`, file);
}
