import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Checklist, Inspection, Producer, User } from '../api.ts';
import type { QueueItem } from '../queue/item.ts';

export interface Task {
  id: string;
  inspection: Inspection;
  producer: Pick<Producer, 'name' | 'kind' | 'divisionName'>;
  checklist: Checklist;
}

/** What somebody has filled in and not handed in yet. */
export interface Draft {
  id: string;
  begunAt: string;
  answers: Record<string, { answer?: 'yes' | 'no' | 'not-applicable'; note?: string }>;
  photos: Photo[];
}

export interface Photo {
  sha256: string;
  /** The item that it shows; `signature` for the party's own hand. */
  item?: string;
  takenAt: string;
  point?: { longitude: number; latitude: number };
  accuracyMetres?: number;
}

/** A sample that somebody is drawing; its number is made when it is begun, and goes onto the seal. */
export interface SampleDraft {
  number: string;
  fields: Record<string, string>;
  photos: Photo[];
}

/** A number that the office handed to whoever is signed in; `place` tells their order. */
export interface GivenNumber {
  kind: 'sample' | 'seal';
  number: string;
  block: string;
  place: number;
}

export interface StoredBlob {
  sha256: string;
  content: Blob;
  name: string;
}

export interface Profile {
  key: 'me';
  user: Pick<User, 'id' | 'username' | 'displayName' | 'divisionName'>;
  refreshedAt: string;
  /** How far this clock was ahead of the platform's then, in seconds. */
  clockAheadSeconds: number;
}

interface Schema extends DBSchema {
  profile: { key: string; value: Profile };
  tasks: { key: string; value: Task };
  drafts: { key: string; value: Draft };
  sampleDrafts: { key: string; value: SampleDraft };
  queue: { key: string; value: QueueItem };
  blobs: { key: string; value: StoredBlob };
  numbers: { key: [string, string]; value: GivenNumber };
}

const stores = ['profile', 'tasks', 'drafts', 'sampleDrafts', 'queue', 'blobs', 'numbers'] as const;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('agritrace-field', 2, {
    upgrade(made, before) {
      if (before < 2) made.createObjectStore('numbers', { keyPath: ['kind', 'number'] });
      if (before >= 1) return;
      made.createObjectStore('profile', { keyPath: 'key' });
      for (const name of ['tasks', 'drafts', 'queue'] as const) made.createObjectStore(name, { keyPath: 'id' });
      made.createObjectStore('sampleDrafts', { keyPath: 'number' });
      made.createObjectStore('blobs', { keyPath: 'sha256' });
    },
  });
  return opened;
}

/** Everything of whoever was signed in goes from this device. */
export async function forgetAll(): Promise<void> {
  const transaction = (await database()).transaction(stores, 'readwrite');
  await Promise.all([...stores.map((name) => transaction.objectStore(name).clear()), transaction.done]);
}

/** A draft is handed in: from then on it is in the queue and nowhere else. */
export async function moveToQueue(item: QueueItem): Promise<void> {
  const transaction = (await database()).transaction(['drafts', 'sampleDrafts', 'queue'], 'readwrite');
  await Promise.all([
    transaction.objectStore('queue').put(item),
    transaction.objectStore(item.kind === 'sample' ? 'sampleDrafts' : 'drafts').delete(item.id),
    transaction.done,
  ]);
}
