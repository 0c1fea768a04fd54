import { EngineError } from '../errors.ts';
import { type Collection, type Index, namespaceOf } from '../storage/catalog.ts';
import { checkCollection, type EntryFault, type Findings, listedFaults, newFindings } from '../storage/check.ts';
import type { Plain } from '../values/build.ts';
import { findCollection, type Run } from './access.ts';
import { uuidValue } from './collections.ts';
import type { Reply } from './command.ts';
import { drain } from './documents.ts';

function recordId(collection: Collection, key: Buffer): Plain {
  return collection.clusteredName === undefined ? key.readBigInt64BE() : key.toString('hex');
}

function shown(collection: Collection, { index, recordKey, entry, _id, values }: EntryFault): Plain {
  return {
    indexName: index.name,
    recordId: recordId(collection, recordKey),
    keyString: entry.toString('hex'),
    idKey: _id,
    indexKey: values,
  };
}

/** What is wrong beside single entries: the number of documents kept in memory, the next record's number. */
type Counters = { counted: number; remembered: number | undefined; newest: bigint; next: number };

/** Reads the counters where no write can come between them and what they count. */
async function readCounters({ engine }: Run, collection: Collection): Promise<Counters> {
  return engine.store.write(
    (view) => {
      const [newest] =
        collection.clusteredName === undefined ? view.range(collection.space, { reverse: true, limit: 1 }) : [];
      return {
        counted: engine.store.count(collection.space),
        remembered: collection.documents,
        newest: newest?.key.readBigInt64BE() ?? 0n,
        next: collection.nextRecord,
      };
    },
    { grows: false },
  );
}

function counterErrors({ counted, remembered, newest, next }: Counters): string[] {
  const errors: string[] = [];
  if (remembered !== undefined && remembered !== counted)
    errors.push(`fast count (${remembered}) does not match number of records (${counted})`);
  if (newest >= BigInt(next)) errors.push(`the next record would be ${next}, but there is a record ${newest}`);
  return errors;
}

function indexErrors(index: Index, findings: Findings): string[] {
  const found = findings.indexes.get(index);
  const errors: string[] = [];
  if (found && found.missing > 0) errors.push(`Detected ${found.missing} missing index entries.`);
  if (found && found.extra > 0) errors.push(`Detected ${found.extra} extra index entries.`);
  if (findings.unflagged.has(index))
    errors.push('Documents hold arrays or long keys which the index is not marked with.');
  return errors;
}

/** Compares all documents, index entries and counters of one collection, as of one snapshot. */
export async function validate(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const name = command.collection();
  const collection = findCollection(run, command.database, name);
  if (!collection) throw new EngineError(26, `Collection '${command.database}.${name}' does not exist to validate.`);
  const errors = counterErrors(await readCounters(run, collection));
  await engine.store.settled();
  const findings = newFindings(collection.indexes.filter((index) => index.ready));
  const snapshot = engine.store.pin();
  try {
    await drain(run, checkCollection(engine.store.view(snapshot), collection, findings), () => undefined);
  } finally {
    snapshot.done();
  }
  const details: { [name: string]: Plain } = {};
  const keysPerIndex: { [name: string]: Plain } = {};
  for (const [index, { keys }] of findings.indexes) {
    if (index.clustered) continue;
    const wrong = indexErrors(index, findings);
    details[index.name] = { valid: wrong.length === 0, ...(wrong.length > 0 ? { errors: wrong } : {}) };
    keysPerIndex[index.name] = keys;
    errors.push(...wrong.map((error) => `index '${index.name}': ${error}`));
  }
  if (findings.invalid.length > 0) errors.push(`Detected ${findings.invalid.length} invalid documents.`);
  const unlisted = [...findings.indexes.values()].some(({ missing, extra }) => Math.max(missing, extra) > listedFaults);
  return {
    ns: namespaceOf(collection),
    uuid: uuidValue(collection.uuid),
    nInvalidDocuments: findings.invalid.length,
    nNonCompliantDocuments: 0,
    nrecords: findings.records,
    nIndexes: Object.keys(details).length,
    keysPerIndex,
    indexDetails: details,
    valid: errors.length === 0,
    repaired: false,
    warnings: unlisted ? ['Not all index entry inconsistencies are listed.'] : [],
    errors,
    extraIndexEntries: findings.extra.map((fault) => shown(collection, fault)),
    missingIndexEntries: findings.missing.map((fault) => shown(collection, fault)),
    corruptRecords: findings.invalid.map((key) => recordId(collection, key)),
  };
}
