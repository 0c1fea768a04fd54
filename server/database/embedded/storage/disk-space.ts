import { statfsSync } from 'node:fs';
import { EngineError } from '../errors.ts';

const mebibyte = 2 ** 20;

/**
 * So much of the disk is never filled. A commit that meets a full disk cannot be undone in order: LMDB gives the
 * process up (lmdb-js #283, #294). A piece of a command and what is grouped with it write far less than this.
 */
export const defaultReserve = 64 * mebibyte;
/** Deleting needs pages, too, before it gives some back: it may use three quarters of the reserve. */
const shareForDeleting = 3 / 4;
/** A measurement holds so long, in milliseconds. */
const measurementAge = 50;

/** What is left for writing: on the disk, and as free pages within the database's own file. */
export class DiskSpace {
  private readonly directory: string;
  private readonly freeInFile: () => number;
  private readonly reserve: number;
  private left = 0;
  private measuredAt = Number.NEGATIVE_INFINITY;

  constructor(directory: string, freeInFile: () => number, reserve: number) {
    this.directory = directory;
    this.freeInFile = freeInFile;
    this.reserve = reserve;
  }

  /** @throws EngineError 14031 when a write might fill the disk */
  require(grows: boolean): void {
    const least = grows ? this.reserve : this.reserve * (1 - shareForDeleting);
    if (performance.now() - this.measuredAt > measurementAge) this.measure();
    if (this.left >= least) return;
    // An old measurement refuses nothing: a delete may have given pages back since.
    this.measure();
    if (this.left >= least) return;
    const [left, kept] = [this.left, this.reserve].map((bytes) => Math.trunc(bytes / mebibyte));
    throw new EngineError(
      14031,
      `No space left: ${left} MiB are free for the database, ${kept} MiB must stay free. Only deleting goes on.`,
    );
  }

  private measure(): void {
    const { bavail, bsize } = statfsSync(this.directory);
    this.left = bavail * bsize + this.freeInFile();
    this.measuredAt = performance.now();
  }
}
