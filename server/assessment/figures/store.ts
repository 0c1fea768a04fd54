import { Types } from 'mongoose';
import type { Context } from '../../context.ts';
import { type ChangeEntry, changeEntries } from '../../database/change-log/entry.ts';
import { unscoped } from '../../database/guard.ts';
import type { Fact, FactSource, FactsOfRecord } from '../../facts/index.ts';
import { type Cell, cellsOf, factCells } from '../rules/cells.ts';
import type { Horizon } from '../rules/knowledge.ts';

const ofAll = unscoped('which records changed, and nothing of what they say');

/** A transaction lives a minute at most: an entry of the log is seen within this time of its id. */
const overlapMilliseconds = 120_000;

/**
 * The facts of all records, read once and then brought up to date by the log of changes before each answer, with the
 * cells of now kept by increments (ADR 74). Nothing of it is stored: the records alone are.
 */
export function createFactStore({ connection, clock }: Context, sources: readonly FactSource[]) {
  const Entry = changeEntries(connection);
  const resources = sources.flatMap((source) => source.resources);
  const held = new Map<string, Fact[]>();
  const keysOfProducer = new Map<string, Set<string>>();
  const seen = new Set<string>();
  let from: Types.ObjectId | undefined;
  let cells = factCells(clock());
  let turn: Promise<void> = Promise.resolve();

  const put = ({ key, facts }: FactsOfRecord): void => {
    for (const fact of held.get(key) ?? []) cells.remove(fact);
    held.set(key, facts);
    for (const fact of facts) {
      cells.add(fact);
      if (fact.producerId === undefined) continue;
      const keys = keysOfProducer.get(fact.producerId) ?? new Set();
      keysOfProducer.set(fact.producerId, keys.add(key));
    }
  };

  const changedSince = async (since: Types.ObjectId): Promise<Map<string, Set<string>>> => {
    const changed = new Map<string, Set<string>>();
    const entries = await Entry.find({ _id: { $gt: since }, resource: { $in: resources } }, null, ofAll)
      .select({ resource: 1, recordId: 1 })
      .lean<Pick<ChangeEntry, '_id' | 'resource' | 'recordId'>[]>();
    for (const { _id, resource, recordId } of entries) {
      const id = _id.toHexString();
      if (seen.has(id)) continue;
      seen.add(id);
      changed.set(resource, (changed.get(resource) ?? new Set()).add(recordId));
    }
    return changed;
  };

  const catchUp = async (): Promise<void> => {
    const since = beforeNow();
    if (from === undefined) {
      for (const source of sources) for await (const told of source.all()) put(told);
      from = since;
    }
    for (const [resource, ids] of await changedSince(from))
      for (const source of sources)
        if (source.resources.includes(resource)) for (const told of await source.of(resource, [...ids])) put(told);
    from = since;
    const oldest = since.toHexString();
    for (const id of seen) if (id < oldest) seen.delete(id);
    advance();
  };

  /** A clock that was set back counts all anew. */
  const advance = (): void => {
    const now = clock();
    if (now.getTime() < cells.now()) {
      cells = factCells(now);
      for (const facts of held.values()) for (const fact of facts) cells.add(fact);
    } else cells.advance(now);
  };

  /** One after the other: each answer has what was committed before it was asked for. */
  const upToDate = (): Promise<void> => {
    turn = turn.catch(() => undefined).then(catchUp);
    return turn;
  };

  function* all(): Generator<Fact> {
    for (const facts of held.values()) yield* facts;
  }

  return {
    async facts(): Promise<Iterable<Fact>> {
      await upToDate();
      return all();
    },

    async factsOfProducer(producerId: string): Promise<Fact[]> {
      await upToDate();
      const keys = [...(keysOfProducer.get(producerId) ?? [])];
      return keys.flatMap((key) => held.get(key) ?? []).filter((fact) => fact.producerId === producerId);
    },

    /** Of now by increments; of any other time counted anew. */
    async cells(horizon: Horizon | 'now'): Promise<Iterable<Cell>> {
      await upToDate();
      return horizon === 'now' ? cells.all() : cellsOf(all(), horizon);
    },
  };
}

export type FactStore = ReturnType<typeof createFactStore>;

function beforeNow(): Types.ObjectId {
  const seconds = (new Types.ObjectId().getTimestamp().getTime() - overlapMilliseconds) / 1000;
  return Types.ObjectId.createFromTime(Math.max(0, Math.floor(seconds)));
}
