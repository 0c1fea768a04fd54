import type { Connection, Model, Schema } from 'mongoose';
import { type Audited, auditedAs, vouchedFor } from '../../database/change-log/audited.ts';
import { digestOf, type Fields } from '../../database/change-log/digest.ts';
import { alteredField } from './altered-field.ts';
import { Disagrees } from './disagreement.ts';
import { readStored } from './stored.ts';
import type { Last, LogWalk } from './walk-log.ts';

export interface AuditedCollection {
  collection: string;
  how: Audited;
}

/** The collections under the log. */
export function auditedCollections(connection: Connection): AuditedCollection[] {
  return (Object.values(connection.models) as Model<Fields>[]).flatMap((model) => {
    const how = auditedAs(model.schema as unknown as Schema);
    return how ? [{ collection: model.collection.name, how }] : [];
  });
}

interface Suspect extends AuditedCollection {
  id: unknown;
  known: Last | undefined;
}

/** How often a running platform may change a record while it is looked at. */
const rounds = 20;

/**
 * Reads all records under the log: each must be what its last entry says.
 * @returns how many there are
 * @throws Disagrees naming the first that is not
 */
export async function walkRecords(
  connection: Connection,
  walk: LogWalk,
  progress: (collection: string, records: number) => void,
): Promise<number> {
  const seen = new Set<string>();
  const collections = auditedCollections(connection);
  const suspects: Suspect[] = [];
  for (const { collection, how } of collections)
    for await (const record of readStored<Fields>(connection, collection)) {
      const name = nameOf(how, record._id);
      seen.add(name);
      const known = walk.last.get(name);
      if (!agrees(record, how, known)) suspects.push({ collection, how, id: record._id, known });
      if (seen.size % 1_000 === 0) progress(collection, seen.size);
    }
  await requirePresent(walk, seen, collections);
  await settle(connection, walk, suspects);
  return seen.size;
}

async function requirePresent(walk: LogWalk, seen: Set<string>, collections: AuditedCollection[]): Promise<void> {
  for (const [name, { sequence }] of walk.last) {
    if (seen.has(name)) continue;
    const resource = name.slice(0, name.indexOf(' '));
    const id = name.slice(resource.length + 1);
    const collection = collections.find(({ how }) => how.resource === resource)?.collection ?? resource;
    throw new Disagrees({ kind: 'record-gone', collection, id, ...(sequence !== undefined && { sequence }) });
  }
}

/** What changed since its entry was read has a newer entry by now; whatever has none was changed behind the log. */
async function settle(connection: Connection, walk: LogWalk, suspects: Suspect[]): Promise<void> {
  let left = suspects;
  for (let round = 0; left.length > 0; round++) {
    await walk.advance();
    const still: Suspect[] = [];
    for (const suspect of left) {
      const known = walk.last.get(nameOf(suspect.how, suspect.id));
      for await (const record of readStored<Fields>(connection, suspect.collection, { _id: suspect.id })) {
        if (agrees(record, suspect.how, known)) continue;
        const isNews = known !== undefined && known.recordDigest !== suspect.known?.recordDigest;
        if ((round > 0 && !isNews) || round > rounds) throw await disagreement(connection, suspect, record, known);
        still.push({ ...suspect, known });
      }
    }
    left = still;
  }
}

async function disagreement(
  connection: Connection,
  { collection, how, id }: Suspect,
  record: Fields,
  known: Last | undefined,
): Promise<Disagrees> {
  const place = { collection, id: String(id) };
  if (!known) return new Disagrees({ kind: 'record-unlogged', ...place });
  const field = await alteredField(connection, record, how);
  const { sequence } = known;
  return new Disagrees({
    kind: 'record-altered',
    ...place,
    ...(field !== undefined && { field }),
    ...(sequence !== undefined && { sequence }),
  });
}

function nameOf(how: Audited, id: unknown): string {
  return `${how.resource} ${String(id)}`;
}

function agrees(record: Fields, how: Audited, known: Last | undefined): boolean {
  return known !== undefined && digestOf(known.salt, vouchedFor(record, how)) === known.recordDigest;
}
