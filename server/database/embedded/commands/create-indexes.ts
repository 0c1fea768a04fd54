import { EngineError } from '../errors.ts';
import { type Collection, type Index, namespaceOf, recordsOf } from '../storage/catalog.ts';
import { IndexBuild } from '../storage/index-build.ts';
import type { View } from '../storage/view.ts';
import { ensureCollection, findCollection, type Run, readView } from './access.ts';
import type { Reply } from './command.ts';
import { exists, parseSpecification, type Specification } from './index-specification.ts';

const maximumIndexes = 64;

/** The indexes of those wanted which the collection lacks, not built yet. */
function missingIndexes(run: Run, collection: Collection, wanted: readonly Specification[]): Index[] {
  const missing = wanted.filter((specification) => !exists(collection, specification));
  if (collection.indexes.length + missing.length > maximumIndexes)
    throw new EngineError(67, `add index fails, too many indexes for ${namespaceOf(collection)}`);
  return missing.map((specification) => ({
    ...specification,
    space: run.engine.catalog.newSpace(),
    arrays: specification.fields.map(() => new Set<string>()),
    shortened: false,
    ready: false,
    clustered: false,
  }));
}

type Begun = { before: number; after: number; created: boolean; build?: IndexBuild };

/** Begins to build; undefined while another command builds indexes of the same collection. */
function begin(run: Run, name: string, wanted: readonly Specification[]): Begun | undefined {
  const { catalog, store } = run.engine;
  const created = catalog.find(run.command.database, name) === undefined;
  const collection = ensureCollection(run, run.command.database, name);
  if (collection.build) return undefined;
  const missing = missingIndexes(run, collection, wanted);
  const before = collection.indexes.length;
  const counts = { before, after: before + missing.length, created };
  return missing.length === 0 ? counts : { ...counts, build: new IndexBuild(store, collection, missing) };
}

/** Builds one piece; true when the indexes are whole and, as no open transaction knows the collection without, there. */
function goOn({ engine }: Run, build: IndexBuild, view: View): boolean {
  const { collection } = build;
  if (!build.advance(view) || engine.sessions.isUsed(collection)) return false;
  build.end();
  collection.indexes.push(...build.indexes);
  engine.catalog.noteChange(collection);
  engine.catalog.save(collection);
  return true;
}

async function finish(run: Run, build: IndexBuild): Promise<void> {
  const { sessions, store } = run.engine;
  for (let done = false; !done; ) {
    if (Date.now() > run.deadline) throw new EngineError(50, 'operation exceeded time limit');
    await sessions.unused(build.collection);
    done = await store.write((view) => goOn(run, build, view));
  }
}

/** The command's own error leaves nothing of what it has built. */
async function giveUp({ engine }: Run, build: IndexBuild): Promise<void> {
  build.end();
  for (const { space } of build.indexes) await engine.store.clearInPieces(space);
}

export async function createIndexes(run: Run): Promise<Reply> {
  const { command, engine } = run;
  const name = command.collection();
  const specifications = command.list('indexes') ?? [];
  if (specifications.length === 0) throw new EngineError(2, 'Must specify at least one index to create');
  const wanted = specifications.map(parseSpecification);
  if (run.transaction) return createInTransaction(run, name, wanted);
  for (;;) {
    await engine.catalog.find(command.database, name)?.build?.ended;
    let build: IndexBuild | undefined;
    try {
      // Most collections are small: the first piece, and often the last, is built in the write that begins.
      const begun = await engine.store.write((view) => {
        const found = begin(run, name, wanted);
        build = found?.build;
        return found && { ...found, done: build === undefined || goOn(run, build, view) };
      });
      if (!begun) continue;
      if (build && !begun.done) await finish(run, build);
      for (const index of build?.indexes ?? []) index.ready = true;
      return createdReply(begun);
    } catch (error) {
      if (build) await giveUp(run, build);
      throw error;
    }
  }
}

function createdReply({ before, after, created }: Begun): Reply {
  return {
    numIndexesBefore: before,
    numIndexesAfter: after,
    createdCollectionAutomatically: created,
    ...(before === after ? { note: 'all indexes already exist' } : {}),
  };
}

/** A transaction may index collections it has created itself, as long as they are empty. */
function createInTransaction(run: Run, name: string, wanted: readonly Specification[]): Reply {
  const { database } = run.command;
  const created = findCollection(run, database, name) === undefined;
  const collection = ensureCollection(run, database, name);
  const before = collection.indexes.length;
  const missing = missingIndexes(run, collection, wanted);
  if (missing.length > 0 && !collection.pending)
    throw new EngineError(
      263,
      `Cannot create new indexes on existing collection ${namespaceOf(collection)} in a multi-document transaction.`,
    );
  if (missing.length > 0 && recordsOf(readView(run), collection, 1))
    throw new EngineError(
      263,
      `Cannot create new indexes on non-empty collection ${namespaceOf(collection)} in a multi-document transaction.`,
    );
  collection.indexes.push(...missing.map((index) => ({ ...index, ready: true })));
  return createdReply({ before, after: collection.indexes.length, created });
}
