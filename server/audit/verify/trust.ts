import { type Checkpoint, readCheckpoint } from '../merkle/checkpoint.ts';
import { openNote, type Verifier } from '../merkle/signed-note.ts';

/** What a log is held to: the keys that it has signed with, and the newest checkpoint that is kept outside its database. */
export interface Trust {
  verifiers: readonly Verifier[];
  /** Whether there must be one as soon as anything was signed. */
  keepsPublished: boolean;
  /** @throws Error when there is one that none of the keys has signed */
  published(): Checkpoint | null;
}

/** The checkpoint of a note that nobody but these keys signed, rightly; else null. */
export function signedCheckpoint(note: unknown, verifiers: readonly Verifier[]): Checkpoint | null {
  if (typeof note !== 'string') return null;
  const text = openNote(note, verifiers, { strangers: 'refused' });
  return text === null ? null : readCheckpoint(text);
}
