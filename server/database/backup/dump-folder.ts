import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ListedFile } from './manifest.ts';

const bufferSize = 1 << 20;

/** Writes a file through a buffer, with its checksum, and flushes it to the disk at its end. */
class DumpFile {
  private readonly hash = createHash('sha256');
  private readonly handle: FileHandle;
  private readonly path: string;
  private readonly pending: Uint8Array[] = [];
  private pendingBytes = 0;
  private bytes = 0;
  private open = true;

  constructor(handle: FileHandle, path: string) {
    this.handle = handle;
    this.path = path;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.pending.push(bytes);
    this.pendingBytes += bytes.length;
    if (this.pendingBytes >= bufferSize) await this.drain();
  }

  private async drain(): Promise<void> {
    const joined = Buffer.concat(this.pending);
    this.pending.length = 0;
    this.pendingBytes = 0;
    this.hash.update(joined);
    this.bytes += joined.length;
    await this.handle.writeFile(joined);
  }

  async close(): Promise<ListedFile> {
    await this.drain();
    await this.handle.sync();
    await this.abandon();
    return { path: this.path, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  /** Closes the file as it is. */
  async abandon(): Promise<void> {
    if (this.open) await this.handle.close();
    this.open = false;
  }
}

/** A dump in the making: beside its place, until it is whole and on the disk. Only this user may read it. */
export class DumpFolder {
  private readonly target: string;
  private readonly temporary: string;
  private readonly files: DumpFile[] = [];

  private constructor(target: string, temporary: string) {
    this.target = target;
    this.temporary = temporary;
  }

  /** @throws Error when the place is taken */
  static async create(directory: string): Promise<DumpFolder> {
    const target = resolve(directory);
    const present = await readdir(target).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw new Error(`${target} cannot hold a backup: ${error.message}`);
    });
    if (present.length > 0) throw new Error(`${target} is not empty: a backup needs a new or empty folder`);
    await mkdir(dirname(target), { recursive: true });
    return new DumpFolder(target, await mkdtemp(`${target}.partial-`));
  }

  async open(path: string): Promise<DumpFile> {
    await mkdir(dirname(join(this.temporary, path)), { recursive: true, mode: 0o700 });
    const file = new DumpFile(await open(join(this.temporary, path), 'wx', 0o600), path);
    this.files.push(file);
    return file;
  }

  async write(path: string, text: string): Promise<ListedFile> {
    const file = await this.open(path);
    await file.write(Buffer.from(text));
    return file.close();
  }

  /** Puts the dump in its place. */
  async finish(): Promise<void> {
    for (const entry of await readdir(this.temporary, { withFileTypes: true }))
      if (entry.isDirectory()) await flushFolder(join(this.temporary, entry.name));
    await flushFolder(this.temporary);
    await rename(this.temporary, this.target);
    await flushFolder(dirname(this.target));
  }

  async discard(): Promise<void> {
    for (const file of this.files) await file.abandon();
    await rm(this.temporary, { recursive: true, force: true });
  }
}

/** Names in a folder are on the disk only once the folder itself is. */
async function flushFolder(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync();
  await handle.close();
}
