import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOwned } from './storage/owner.ts';

function addressFile(dataDirectory: string): string {
  return join(dataDirectory, 'database', 'address');
}

/** Notes where the engine of this folder listens. */
export function publishAddress(dataDirectory: string, uri: string): void {
  writeFileSync(addressFile(dataDirectory), uri, { mode: 0o600 });
}

export function withdrawAddress(dataDirectory: string): void {
  rmSync(addressFile(dataDirectory), { force: true });
}

/** The connection string of the engine that runs on this folder, if one does. */
export function runningAddress(dataDirectory: string): string | undefined {
  if (!isOwned(dataDirectory)) return undefined;
  try {
    return readFileSync(addressFile(dataDirectory), 'utf8');
  } catch {
    return undefined;
  }
}
