import { answerOf, api, type Inspection, Refused, type Submission } from '../api.ts';
import { database, type StoredBlob } from '../store/database.ts';
import { digestOf } from '../store/digest.ts';
import { type Answered, afterFiles, afterRecord, inOrder, type QueueItem } from './item.ts';

/**
 * Sends what waits, one after the other: the record first, then its files. Each step is written down when the platform has
 * answered it, and may be repeated: it answers the same record as it stands, and lists the files that it has.
 * @throws Unreachable when the network is away; Refused with 401 when somebody has to sign in first
 */
export async function sendQueue(told: () => void): Promise<void> {
  const store = await database();
  for (const item of inOrder(await store.getAll('queue'))) {
    const known = item.state === 'waiting' ? await keep(await sendRecord(item)) : item;
    told();
    if (known.state === 'refused') continue;
    await keep(await sendFiles(known));
    told();
  }
}

async function keep(item: QueueItem): Promise<QueueItem> {
  const store = await database();
  await store.put('queue', item);
  // Photographs go from this device once the platform has listed their digests.
  if (item.filesThere) await Promise.all(item.photos.map(({ sha256 }) => store.delete('blobs', sha256)));
  return item;
}

async function sendRecord(item: QueueItem): Promise<QueueItem> {
  try {
    return { ...afterRecord(item, { kind: 'taken' }), record: await post(item) };
  } catch (error) {
    if (!(error instanceof Refused) || error.status === 401) throw error;
    const reason = error.text;
    if (item.kind === 'sample' || error.status !== 409) return afterRecord(item, { kind: 'refused', reason });
    return { ...afterRecord(item, await whatHappened(item.id, item.body, reason)), record: item.id };
  }
}

/** Answers what the platform calls the record. */
async function post(item: QueueItem): Promise<string> {
  if (item.kind === 'sample') return (await answerOf(api.POST('/api/v1/samples', { body: item.body }))).data.id;
  const path = { id: item.id };
  await answerOf(api.POST('/api/v1/inspections/{id}/submit', { params: { path }, body: item.body }));
  return item.id;
}

/** Refused because another submission is there, and ours was kept beside it? */
async function whatHappened(id: string, body: Submission, reason: Refused['text']): Promise<Answered> {
  const { data } = await answerOf(api.GET('/api/v1/inspections/{id}', { params: { path: { id } } }));
  const kept = data.conflicts.some((other) => isOurs(other, body));
  return kept ? { kind: 'also-there' } : { kind: 'refused', reason };
}

function isOurs(other: Inspection['conflicts'][number], body: Submission): boolean {
  return (
    other.begunAt === new Date(body.begunAt).toISOString() &&
    other.finishedAt === new Date(body.finishedAt).toISOString()
  );
}

async function sendFiles(item: QueueItem): Promise<QueueItem> {
  if (item.photos.length === 0 || item.record === undefined) return item;
  const target = { resource: `${item.kind}s` as const, record: item.record };
  const there = await digestsThere(target);
  const store = await database();
  for (const { sha256 } of item.photos) {
    if (there.has(sha256)) continue;
    const blob = await store.get('blobs', sha256);
    if (!blob) continue;
    await sendFile({ ...target, id: await idOf(target, sha256) }, blob);
  }
  return afterFiles(item, await digestsThere(target));
}

interface Target {
  resource: 'inspections' | 'samples';
  record: string;
}

/** The same file of the same record has the same id: one that is sent while it is still being taken in adds no second. */
async function idOf({ record }: Target, sha256: string): Promise<string> {
  return (await digestOf(new TextEncoder().encode(`${record} ${sha256}`))).slice(0, 24);
}

async function sendFile(target: Target & { id: string }, { name, content }: StoredBlob): Promise<void> {
  const query = new URLSearchParams({ ...target, purpose: 'evidence', name });
  await answerOf(
    fetch(`/api/v1/attachments?${query}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': content.type },
      body: content,
    }).then(async (response) => ({
      response,
      error: response.ok ? undefined : await response.json().catch(() => null),
    })),
  );
}

async function digestsThere(target: Target): Promise<Set<string>> {
  const found = new Set<string>();
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { ...target, limit: 100, ...(cursor && { cursor }) };
    const { data } = await answerOf(api.GET('/api/v1/attachments', { params: { query } }));
    for (const { file, original } of data.items) found.add((original ?? file).sha256);
    cursor = data.nextCursor;
  }
  return found;
}
