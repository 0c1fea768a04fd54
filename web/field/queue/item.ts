import type { NewSample, Submission } from '../api.ts';
import type { Photo } from '../store/database.ts';

/**
 * Where something handed in stands. `waiting`: on this device alone. `files`: the platform has the record and not yet all
 * files. `done`: all of it. `conflict`: it has another submission as well, and a person decides. `refused`: it will not take it.
 */
export type QueueState = 'waiting' | 'files' | 'done' | 'conflict' | 'refused';

export type QueueItem = Common & Handed;

/** What was done; its own number or id makes sending it again harmless. */
export type Handed = { kind: 'inspection'; body: Submission } | { kind: 'sample'; body: NewSample };

/** What is filled in and not yet in the queue. */
export type Finished = Omit<Common, 'state' | 'filesThere'> & Handed;

interface Common {
  /** The inspection's id, the sample's number. */
  id: string;
  /** As it is called in the list. */
  title: string;
  handedInAt: string;
  /** What the platform calls the record; its files are added to it. */
  record?: string;
  photos: Photo[];
  state: QueueState;
  /** Its files are on the platform, by its own list of digests. */
  filesThere: boolean;
  reason?: { zh: string; en: string };
}

export type Answered =
  | { kind: 'taken' }
  | { kind: 'also-there' }
  | { kind: 'refused'; reason: { zh: string; en: string } };

/** Work that is left for this device. A conflict is for people, but its files are part of the story. */
export function isUnfinished({ state, filesThere }: QueueItem): boolean {
  return state === 'waiting' || state === 'files' || (state === 'conflict' && !filesThere);
}

/** What the platform said of the record itself. */
export function afterRecord(item: QueueItem, answered: Answered): QueueItem {
  if (answered.kind === 'refused') return { ...item, state: 'refused', reason: answered.reason };
  if (answered.kind === 'also-there') return { ...item, state: 'conflict', filesThere: item.photos.length === 0 };
  return item.photos.length === 0 ? { ...item, state: 'done', filesThere: true } : { ...item, state: 'files' };
}

/** The platform's own list tells which files it has: nothing else counts. */
export function afterFiles(item: QueueItem, there: ReadonlySet<string>): QueueItem {
  const filesThere = item.photos.every(({ sha256 }) => there.has(sha256));
  if (!filesThere) return item;
  return { ...item, filesThere, state: item.state === 'files' ? 'done' : item.state };
}

/** The oldest first; records of which nothing is on the platform before files of others. */
export function inOrder(items: readonly QueueItem[]): QueueItem[] {
  const later = ({ state }: QueueItem) => (state === 'waiting' ? 0 : 1);
  return items.filter(isUnfinished).toSorted((a, b) => later(a) - later(b) || a.handedInAt.localeCompare(b.handedInAt));
}
