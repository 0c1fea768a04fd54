import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Another process owns the data directory. */
export class DataDirectoryInUse extends Error {
  readonly dataDirectory: string;
  readonly pid: number;

  constructor(dataDirectory: string, pid: number) {
    super(`data directory ${dataDirectory} is in use by process ${pid}`);
    this.name = 'DataDirectoryInUse';
    this.dataDirectory = dataDirectory;
    this.pid = pid;
  }
}

type Owner = {
  pid: number;
  /** When the process started, in the kernel's ticks: a later process may get the same pid. */
  started: string;
  /** The process it serves: without it the owner is about to end. */
  parent: number;
  parentStarted: string;
};

/** How long an owner whose parent has died may take to finish its last write. */
const endingTime = 10_000;

/** The process's start time from /proc; empty where there is none. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold anything; the start time is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}

function isAlive(pid: number, started: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return !isZombie(pid) && (started === '' || startOf(pid) === started);
}

function readOwner(path: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof owner !== 'object' || owner === null || !('pid' in owner) || typeof owner.pid !== 'number')
      return undefined;
    const text = (name: string): string => {
      const value: unknown = Reflect.get(owner, name);
      return typeof value === 'string' ? value : '';
    };
    const parent: unknown = Reflect.get(owner, 'parent');
    return {
      pid: owner.pid,
      started: text('started'),
      parent: typeof parent === 'number' ? parent : 0,
      parentStarted: text('parentStarted'),
    };
  } catch {
    return undefined;
  }
}

function isEnding(owner: Owner): boolean {
  return owner.parent > 1 && !isAlive(owner.parent, owner.parentStarted);
}

/** Puts aside a lock whose owner is dead; if another process was faster, its lock is put back. */
function removeStale(path: string, stale: Owner | undefined): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const taken = readOwner(aside);
  if (taken && (taken.pid !== stale?.pid || taken.started !== stale.started) && isAlive(taken.pid, taken.started)) {
    try {
      linkSync(aside, path);
    } catch {
      // Somebody else holds it by now.
    }
  }
  rmSync(aside, { force: true });
}

/** Whether a living process owns the data directory. */
export function isOwned(dataDirectory: string): boolean {
  const owner = readOwner(join(dataDirectory, 'database', 'owner.json'));
  return owner !== undefined && isAlive(owner.pid, owner.started);
}

export type Ownership = { release(): void };

/**
 * Makes this process the one owner of the data directory. A lock left by a killed process is taken over.
 * Throws `DataDirectoryInUse` while its owner lives.
 */
export async function takeOwnership(dataDirectory: string): Promise<Ownership> {
  const folder = join(dataDirectory, 'database');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // It may have been made by hand, open to others.
  chmodSync(folder, 0o700);
  const path = join(folder, 'owner.json');
  const own = join(folder, `owner.${process.pid}.json`);
  const owner: Owner = {
    pid: process.pid,
    started: startOf(process.pid),
    parent: process.connected ? process.ppid : 0,
    parentStarted: process.connected ? startOf(process.ppid) : '',
  };
  writeFileSync(own, JSON.stringify(owner), { mode: 0o600 });
  try {
    await linkWhenFree(dataDirectory, own, path);
  } finally {
    unlinkSync(own);
  }
  return {
    release() {
      if (readOwner(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

async function linkWhenFree(dataDirectory: string, own: string, path: string): Promise<void> {
  const givesUp = Date.now() + endingTime;
  for (;;) {
    try {
      linkSync(own, path);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const owner = readOwner(path);
    if (!owner || !isAlive(owner.pid, owner.started)) removeStale(path, owner);
    else if (isEnding(owner) && Date.now() < givesUp) await sleep(50);
    else throw new DataDirectoryInUse(dataDirectory, owner.pid);
  }
}
