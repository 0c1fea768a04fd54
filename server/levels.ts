import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { changeEntries } from './database/change-log/entry.ts';

const patienceMs = 2_000;

/**
 * What fills or falls behind: the records of each collection, the data folder, the disk, changes not yet in the signed log.
 * While the database does not answer they are missing, and the other metrics are told without them.
 */
export async function storageLevels(connection: Connection, dataDirectory: string): Promise<Record<string, number>> {
  const none = new Promise<Record<string, number>>((resolve) => setTimeout(resolve, patienceMs, {}).unref());
  return Promise.race([readLevels(connection, dataDirectory).catch(() => ({})), none]);
}

/** The embedded database takes no more when less is free; the spool is near its end, too. */
const leastFreeBytes = 64 * 2 ** 20;

export async function diskIsFull(dataDirectory: string): Promise<boolean> {
  const disk = await statfs(dataDirectory);
  return disk.bavail * disk.bsize < leastFreeBytes;
}

async function readLevels(connection: Connection, dataDirectory: string): Promise<Record<string, number>> {
  const [records, folder, disk, pending] = await Promise.all([
    recordCounts(connection),
    folderBytes(dataDirectory),
    statfs(dataDirectory),
    changeEntries(connection).countDocuments({ pending: true }),
  ]);
  return {
    ...records,
    data_directory_bytes: folder,
    disk_free_bytes: disk.bavail * disk.bsize,
    disk_size_bytes: disk.blocks * disk.bsize,
    audit_pending_entries: pending,
  };
}

async function recordCounts(connection: Connection): Promise<Record<string, number>> {
  const counts = await Promise.all(
    Object.values(connection.models).map(async ({ collection }): Promise<[string, number]> => {
      const name = collection.name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll(/\W/g, '_');
      return [`records_${name}`, await collection.estimatedDocumentCount()];
    }),
  );
  return Object.fromEntries(counts);
}

async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const sizes = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => bytesOf(join(entry.parentPath, entry.name))),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A file may go while the folder is read. */
async function bytesOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.size ?? 0;
}
