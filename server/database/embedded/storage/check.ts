import { documentValue, field, type Value } from '../values/bson.ts';
import { documentOf, nullValue } from '../values/build.ts';
import { validateDocument } from '../values/validate.ts';
import type { Collection, Index } from './catalog.ts';
import { clusteredKey, type EntryKey, entriesOf, entryKey, type Stored } from './documents.ts';
import { scanRange, type View } from './view.ts';

/** An entry that an index lacks, or has although no document asks for it. */
export type EntryFault = { index: Index; recordKey: Buffer; entry: Buffer; _id?: Value; values?: Value };

export type IndexFindings = { keys: number; missing: number; extra: number };

/** What a check of one collection has found so far. */
export type Findings = {
  records: number;
  /** Records which are no valid document with an `_id` of their own place. */
  invalid: Buffer[];
  indexes: Map<Index, IndexFindings>;
  missing: EntryFault[];
  extra: EntryFault[];
  /** Indexes whose flags (arrays, shortened keys) do not cover what documents hold: queries would miss some. */
  unflagged: Set<Index>;
};

/** So many faults of each kind are kept with their keys; all are counted. */
export const listedFaults = 100;

export function newFindings(indexes: readonly Index[]): Findings {
  return {
    records: 0,
    invalid: [],
    indexes: new Map(indexes.map((index) => [index, { keys: 0, missing: 0, extra: 0 }])),
    missing: [],
    extra: [],
    unflagged: new Set(),
  };
}

function isSound(collection: Collection, { key, document }: Stored): boolean {
  try {
    if (validateDocument(document.bytes, 0, document.end) !== document.end) return false;
  } catch {
    return false;
  }
  const id = field(document, '_id');
  return id !== undefined && (collection.clusteredName === undefined || clusteredKey(id).equals(key));
}

/** The collection with this index alone and without its flags, which `entriesOf` then sets anew. */
function unflaggedCopy(collection: Collection, index: Index): Collection {
  const bare = { ...index, arrays: index.fields.map(() => new Set<string>()), shortened: false };
  return { ...collection, indexes: [bare] };
}

function hasFlagsOf(index: Index, copy: Collection): boolean {
  const found = copy.indexes[0] as Index;
  const arrays = found.arrays.every((prefixes, at) => [...prefixes].every((prefix) => index.arrays[at]?.has(prefix)));
  return arrays && (index.shortened || !found.shortened);
}

function fault(index: Index, recordKey: Buffer, { component, values }: EntryKey, document: Value): EntryFault {
  const _id = field(document, '_id');
  return {
    index,
    recordKey,
    entry: component,
    ...(_id ? { _id } : {}),
    values: documentOf(index.fields.map(({ path }, at) => ({ name: path.text, value: values[at] ?? nullValue }))),
  };
}

/**
 * Compares every document with the entries it must have in every index, and every entry with its document.
 * Pauses after each record and entry; `findings` are whole when it is done.
 */
export function* checkCollection(view: View, collection: Collection, findings: Findings): Generator<undefined> {
  const checked = [...findings.indexes.keys()].filter((index) => !index.clustered);
  const copies = new Map(checked.map((index) => [index, unflaggedCopy(collection, index)]));
  const expected = new Map<Index, number>();
  for (const { key, value } of scanRange(view, collection.space, {})) {
    yield;
    findings.records++;
    const document = documentValue(value);
    if (!isSound(collection, { key, document })) {
      findings.invalid.push(key);
      continue;
    }
    for (const [index, copy] of copies) {
      for (const entry of entriesOf(copy, document)) {
        expected.set(index, (expected.get(index) ?? 0) + 1);
        if (view.get(index.space, entryKey(entry, key))?.equals(key)) continue;
        (findings.indexes.get(index) as IndexFindings).missing++;
        if (findings.missing.length < listedFaults) findings.missing.push(fault(index, key, entry, document));
      }
    }
  }
  for (const [index, copy] of copies) {
    if (!hasFlagsOf(index, copy)) findings.unflagged.add(index);
    const found = findings.indexes.get(index) as IndexFindings;
    for (const _ of scanRange(view, index.space, {})) {
      found.keys++;
      yield;
    }
    // With every expected entry there and no other number of them, there is no other entry.
    if (found.missing > 0 || found.keys !== (expected.get(index) ?? 0))
      yield* findExtra(view, collection, copy, index, findings);
  }
}

function* findExtra(
  view: View,
  collection: Collection,
  copy: Collection,
  index: Index,
  findings: Findings,
): Generator<undefined> {
  const found = findings.indexes.get(index) as IndexFindings;
  const invalid = new Set(findings.invalid.map((key) => key.toString('latin1')));
  for (const { key, value } of scanRange(view, index.space, {})) {
    yield;
    if (invalid.has(value.toString('latin1'))) continue;
    const bytes = view.get(collection.space, value);
    const wanted = bytes ? entriesOf(copy, documentValue(bytes)) : [];
    if (wanted.some((entry) => entryKey(entry, value).equals(key))) continue;
    found.extra++;
    if (findings.extra.length < listedFaults) findings.extra.push({ index, recordKey: value, entry: key });
  }
}
