/** What a log commits itself to: so many entries, and the root over them (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** The log's name: its address without scheme and without a slash at the end. */
  origin: string;
  size: number;
  root: Buffer;
}

export function writeCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Reads a checkpoint's text, its extension lines left aside; null when it is none. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', root = ''] = text.split('\n');
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size) || !/^[A-Za-z0-9+/]{43}=$/.test(root)) return null;
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}
