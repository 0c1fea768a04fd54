import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

export const manifestFile = 'manifest.json';

const listedFile = z.object({
  /** Below the dump's folder, with `/`. */
  path: z.string().regex(/^[^/]+(\/[^/]+)?$/),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** How many documents a `.bson` file holds. */
  documents: z.number().int().min(0).optional(),
});

const manifest = z.object({
  format: z.literal(1),
  database: z.string().min(1),
  /** When all documents stood as they stand in the dump. */
  snapshotAt: z.iso.datetime(),
  files: z.array(listedFile),
});

/** What a dump consists of, so that a restore can tell that nothing is missing, added or changed. */
export type Manifest = z.infer<typeof manifest>;
export type ListedFile = z.infer<typeof listedFile>;

/** A dump that cannot be trusted; the message names the file. */
export class DamagedBackup extends Error {
  override readonly name = 'DamagedBackup';
}

/** Reads a dump's manifest and compares every file with it. */
export async function verifiedManifest(directory: string): Promise<Manifest> {
  const read = manifest.safeParse(await manifestText(directory));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new DamagedBackup(
      `${join(directory, manifestFile)} is no manifest: ${issue?.path.join('.')} ${issue?.message}`,
    );
  }
  const { database, files } = read.data;
  const listed = new Set(files.map(({ path }) => path));
  for (const name of await readdir(join(directory, database)).catch(() => [])) {
    const path = `${database}/${name}`;
    if (!listed.has(path)) throw new DamagedBackup(`${join(directory, path)} is not in the manifest`);
  }
  for (const file of files) await compare(directory, file);
  return read.data;
}

async function manifestText(directory: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(directory, manifestFile), 'utf8'));
  } catch (error) {
    throw new DamagedBackup(`${join(directory, manifestFile)} cannot be read: ${(error as Error).message}`);
  }
}

async function compare(directory: string, { path, bytes, sha256 }: ListedFile): Promise<void> {
  const file = join(directory, path);
  const size = await stat(file).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) throw new DamagedBackup(`${file} is missing`);
  if (size !== bytes) throw new DamagedBackup(`${file} has ${size} bytes, not ${bytes}`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== sha256) throw new DamagedBackup(`${file} has changed since the backup`);
}
