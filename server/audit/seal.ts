import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './merkle/checkpoint.ts';
import { openNote, type Signer, signNote, type Verifier, verifierOf } from './merkle/signed-note.ts';

export interface Seal {
  /** The log's name. */
  origin: string;
  verifier: Verifier;
  sign(checkpoint: Omit<Checkpoint, 'origin'>): string;
  /** The newest checkpoint that was published, kept outside the database; null when there is none. */
  published(): Checkpoint | null;
  publish(note: string): void;
}

/**
 * The log's key and its newest published checkpoint, in `<dataDirectory>/audit`. A database that was put back to an
 * earlier state cannot take the published checkpoint with it: that is how it shows.
 */
export function openSeal(dataDirectory: string): Seal {
  const folder = join(dataDirectory, 'audit');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const signer = openSigner(join(folder, 'signing-key.json'));
  const verifier = verifierOf(signer);
  const file = join(folder, 'checkpoint');
  return {
    origin: signer.name,
    verifier,
    sign: (checkpoint) => signNote(writeCheckpoint({ origin: signer.name, ...checkpoint }), signer),
    published() {
      if (!existsSync(file)) return null;
      const text = openNote(readFileSync(file, 'utf8'), [verifier]);
      const checkpoint = text === null ? null : readCheckpoint(text);
      if (!checkpoint) throw new Error(`${file} is no checkpoint that this log has signed`);
      return checkpoint;
    },
    publish(note) {
      writeFileSync(`${file}.new`, note);
      renameSync(`${file}.new`, file);
    },
  };
}

function openSigner(file: string): Signer {
  if (!existsSync(file)) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const mark = publicKey.export({ format: 'der', type: 'spki' }).subarray(-4).toString('hex');
    const written = {
      origin: `agritrace/log/${mark}`,
      privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }),
    };
    writeFileSync(file, JSON.stringify(written, null, 2), { mode: 0o600 });
  }
  const { origin, privateKey } = JSON.parse(readFileSync(file, 'utf8')) as { origin: string; privateKey: string };
  return { name: origin, privateKey: createPrivateKey(privateKey) };
}
