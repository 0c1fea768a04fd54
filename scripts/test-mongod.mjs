// Every test on a real MongoDB: the server that MONGODB_URI names, else a mongod by mongodb-memory-server (downloaded, or
// MONGOMS_SYSTEM_BINARY). Further words go to mocha: npm run test:mongod -- --grep warning
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { specifications } from './test-rooms.mjs';

/** What is about the embedded engine itself. */
const embedded = ['server/database/embedded/**', 'test/conformance/**'];
const databasePrefix = `test_${randomBytes(3).toString('hex')}_`;

runStep(['scripts/setup.mjs', '--tests', '--build']);
const { default: mongoose } = await import('mongoose');
const { uri, stop } = await findServer();
try {
  await requireTransactions();
  process.exitCode = runTests();
} finally {
  await dropTestDatabases();
  await stop();
}

async function findServer() {
  if (process.env.MONGODB_URI) return { uri: process.env.MONGODB_URI, stop: async () => {} };
  const binary = process.env.MONGOMS_SYSTEM_BINARY;
  if (binary && !existsSync(binary)) giveUp(`MONGOMS_SYSTEM_BINARY names ${binary}, which is not there`);
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core');
  say(binary ? `starting ${binary}` : 'looking for a mongod, or downloading one');
  try {
    const server = await MongoMemoryReplSet.create({ replSet: { count: 1, storageEngine: 'wiredTiger' } });
    return { uri: server.getUri(), stop: () => server.stop() };
  } catch (error) {
    return giveUp(
      `no mongod can be had here: ${firstLine(error)}\n` +
        'Set MONGOMS_SYSTEM_BINARY to one that is installed, or MONGODB_URI to a replica set that is running.',
    );
  }
}

async function requireTransactions() {
  const hello = await withClient((client) => client.db('admin').command({ hello: 1 })).catch((error) =>
    giveUp(`${withoutPassword(uri)} does not answer: ${firstLine(error)}`),
  );
  if (!hello.setName && hello.msg !== 'isdbgrid')
    giveUp(`${withoutPassword(uri)} is a standalone server: the platform needs transactions, which a replica set has`);
}

function runTests() {
  const environment = { ...process.env, MONGODB_URI: uri, TEST_DATABASE_PREFIX: databasePrefix };
  const ignored = embedded.flatMap((pattern) => ['--ignore', pattern]);
  const words = [
    '--reporter',
    'scripts/reporter.cjs',
    '--exit',
    ...specifications,
    ...ignored,
    ...process.argv.slice(2),
  ];
  const options = { stdio: 'inherit', env: environment };
  return spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', ...words], options).status ?? 1;
}

async function dropTestDatabases() {
  await withClient(async (client) => {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) if (name.startsWith(databasePrefix)) await client.db(name).dropDatabase();
  });
}

async function withClient(work) {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

function runStep(step) {
  const { status } = spawnSync(process.execPath, step, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function withoutPassword(address) {
  return address.replace(/\/\/[^@/]*@/, '//');
}

function firstLine(error) {
  return String(error.message).split(/\n|, Details:/)[0];
}

function say(text) {
  process.stdout.write(`[test:mongod] ${text}\n`);
}

function giveUp(reason) {
  process.stderr.write(`[test:mongod] ${reason}\n`);
  process.exit(1);
}
