import type { z } from 'zod';
import type { Context } from '../context.ts';
import { canonical, publicSalt } from '../database/change-log/digest.ts';
import { type ChangeEntry, changeEntries } from '../database/change-log/entry.ts';
import { unscoped } from '../database/guard.ts';
import { findPage } from '../database/page.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import { rowsOf } from './export/rows.ts';
import { leafOf } from './leaf.ts';
import { leafHash } from './merkle/hash.ts';
import { writeVerifier } from './merkle/signed-note.ts';
import { consistencyRanges, inclusionRanges, joined, type Range, subtreesOf } from './merkle/tree.ts';
import { auditModels } from './model.ts';
import type { exportEntriesQuery, listEntriesQuery } from './schema.ts';
import type { Seal } from './seal.ts';
import { createSequencer, hashesOf } from './sequence.ts';
import { entryView } from './view.ts';

/** How long a change may wait for its place in the log. */
const pauseMs = 1_000;

/** Entries of one record; more than a person reads. */
const mostExported = 20_000;

/** The id under which the log knows a record, by the name that its interface goes by; for resources where these differ. */
export type RecordIds = Readonly<Record<string, (name: string) => Promise<string | null>>>;

/** `open` is called once, when the log is first needed. */
export function createAuditService(context: Context, open: () => Seal, recordIds: RecordIds = {}) {
  let opened: Seal | undefined;
  const seal = () => (opened ??= open());
  const models = auditModels(context.connection);
  const { Head, Checkpoint } = models;
  const Entry = changeEntries(context.connection);
  const sequencer = createSequencer(context, seal);
  let timer: NodeJS.Timeout | undefined;

  const sizeOf = async (wanted: number | undefined): Promise<number> => {
    const size = (await Head.findById('head').lean())?.size ?? 0;
    if (wanted !== undefined && wanted > size) throw InvalidInput.field('/query/size', `the log has ${size} entries`);
    return wanted ?? size;
  };

  /** A signed note; null while the log is empty. */
  const newestCheckpoint = async (): Promise<string | null> =>
    (await Checkpoint.findOne().sort({ _id: -1 }).lean())?.note ?? null;

  const hashOf = async (range: Range): Promise<string> =>
    joined(await hashesOf(models, subtreesOf(range))).toString('base64');

  const recordIdOf = async (resource: string | undefined, record: string): Promise<string> => {
    const known = resource !== undefined && Object.hasOwn(recordIds, resource) ? recordIds[resource] : undefined;
    return (await known?.(record)) ?? record;
  };

  return {
    flush: sequencer.flush,

    /** Begins to take in changes, one round after the other. */
    start(): void {
      const round = () => {
        sequencer
          .flush()
          .catch((error: unknown) => context.log.error({ err: error }, 'audit log not written on'))
          .finally(() => {
            if (timer) timer = setTimeout(round, pauseMs);
          });
      };
      timer = setTimeout(round, 0);
    },

    /** Takes in what is committed, then no more. */
    async stop(): Promise<void> {
      clearTimeout(timer);
      timer = undefined;
      await sequencer.flush();
    },

    async listEntries(caller: Caller, query: z.output<typeof listEntriesQuery>) {
      const wanted = {
        ...(query.resource && { resource: query.resource }),
        ...(query.record && { recordId: await recordIdOf(query.resource, query.record) }),
        ...(query.actor && { 'actor.name': query.actor }),
      };
      const page = await findPage(
        Entry,
        wanted as never,
        { ...query, order: 'descending' },
        within(caller, 'audit-log:read'),
      );
      return { items: (page.items as ChangeEntry[]).map(entryView), nextCursor: page.nextCursor };
    },

    /** All changes of one record as rows of a table, the oldest first. @throws NotFound */
    async exportEntries(
      caller: Caller,
      { resource, record }: Pick<z.output<typeof exportEntriesQuery>, 'resource' | 'record'>,
    ) {
      const found = await Entry.find(
        { resource, recordId: await recordIdOf(resource, record) },
        null,
        within(caller, 'audit-log:read'),
      )
        .sort({ _id: 1 })
        .limit(mostExported)
        .lean<ChangeEntry[]>();
      if (found.length === 0) throw new NotFound('There is no such record, or no history of it that you may read');
      return found.map(entryView).flatMap(rowsOf);
    },

    async getEntry(caller: Caller, id: string) {
      const entry = await Entry.findById(id, null, within(caller, 'audit-log:read')).lean<ChangeEntry>();
      if (!entry) throw new NotFound('There is no such entry');
      return { ...entryView(entry), leaf: leafOf(entry).toString() };
    },

    /** What shows that an entry stands in the log of that size: the hashes from its leaf to the root. */
    async inclusion(index: number, wantedSize?: number) {
      const size = await sizeOf(wantedSize);
      if (index >= size) throw new NotFound(`The log of ${size} entries has no entry ${index}`);
      const entry = await Entry.findOne(
        { sequence: index },
        null,
        unscoped('a proof shows hashes alone'),
      ).lean<ChangeEntry>();
      if (!entry) throw new NotFound(`The log has lost its entry ${index}`);
      return {
        index,
        size,
        leafHash: leafHash(leafOf(entry)).toString('base64'),
        hashes: await Promise.all(inclusionRanges(index, size).map(hashOf)),
      };
    },

    /**
     * What shows anybody that something public of a record is what the log last took in of it, under the newest
     * checkpoint. `form` is how the record is now.
     * @returns null while no signature covers the record's newest entry
     */
    async publicProof(about: { resource: string; recordId: string; form: object }, size: number) {
      const { resource, recordId, form } = about;
      const entry = await Entry.findOne(
        { resource, recordId, publicDigest: { $exists: true } },
        null,
        unscoped('a proof shows digests and what is public'),
      )
        .sort({ _id: -1 })
        .lean<ChangeEntry>();
      if (entry?.sequence === undefined || entry.sequence >= size) return null;
      return {
        index: entry.sequence,
        report: canonical(form),
        salt: publicSalt(entry.salt),
        leaf: leafOf(entry).toString(),
        hashes: await Promise.all(inclusionRanges(entry.sequence, size).map(hashOf)),
      };
    },

    /** What shows that the log of the second size begins with the log of the first. */
    async consistency(first: number, wantedSecond?: number) {
      const second = await sizeOf(wantedSecond);
      if (first > second) throw InvalidInput.field('/query/first', 'must not be larger than the second size');
      return { first, second, hashes: await Promise.all(consistencyRanges(first, second).map(hashOf)) };
    },

    newestCheckpoint,

    /** The newest signed checkpoint. @throws NotFound while the log is empty */
    async checkpoint(): Promise<string> {
      const note = await newestCheckpoint();
      if (note === null) throw new NotFound('Nothing has been signed yet');
      return note;
    },

    /** What opens the log's checkpoints: the key in use, then those it had before. */
    verifierKeys: () => seal().verifiers.map(writeVerifier),
  };
}

export type AuditService = ReturnType<typeof createAuditService>;
