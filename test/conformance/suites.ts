import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import mongoose from 'mongoose';
import { type EmbeddedEngine, startEmbeddedEngine } from '../../server/database/embedded/index.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { isCorpus, runCorpus } from './bson-corpus.ts';
import type { Outcome, TestFile } from './format.ts';
import type { Server } from './requirements.ts';
import { runFile } from './run.ts';

const { MongoClient, BSON } = mongoose.mongo;

/** All test files below a folder, in the order of their names. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => left.name.localeCompare(right.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.name.endsWith('.json') ? [path] : [];
    });
}

async function describeServer(uri: string): Promise<Server> {
  const client = await MongoClient.connect(uri);
  const { version } = await client.db('admin').command({ buildInfo: 1 });
  await client.close();
  return { version, parameters: new Map([['enableTestCommands', true]]) };
}

/**
 * Runs every Unified Test Format file, and every file of the BSON corpus, below a folder against the embedded engine.
 * @param told is called after each file
 */
export async function runSuites(folder: string, told: (file: string) => void = () => {}): Promise<Outcome[]> {
  const directory = await temporaryDirectory();
  const engine: EmbeddedEngine = await startEmbeddedEngine({
    dataDirectory: directory.path,
    failPoints: true,
    port: 0,
  });
  // By TCP: the driver knows a unix socket again only where its path has no capitals.
  const uri = engine.tcpUri ?? engine.uri;
  const internal = await MongoClient.connect(uri, { retryWrites: false });
  try {
    const server = await describeServer(uri);
    const outcomes: Outcome[] = [];
    for (const path of filesBelow(folder)) {
      const place = { suite: basename(dirname(path)), file: basename(path) };
      const text = readFileSync(path, 'utf8');
      outcomes.push(
        ...(isCorpus(text)
          ? await runCorpus(engine.uri, text, place)
          : await runFile(uri, internal, server, parse(text), place)),
      );
      told(`${place.suite}/${place.file}`);
    }
    return outcomes;
  } finally {
    await internal.close();
    await engine.stop();
    await directory.remove();
  }
}

function parse(text: string): TestFile {
  return BSON.EJSON.parse(text, { relaxed: true }) as TestFile;
}
