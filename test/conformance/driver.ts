import type { TestCase, TestFile } from './format.ts';

type Deviation = { file: string; test?: string | RegExp; reason: string };

/** Tests of what the driver itself does, where this one (7.8) does otherwise, and of what no set of one member has. */
const deviations: readonly Deviation[] = [
  {
    file: 'client bulkWrite transactions',
    test: 'client bulkWrite with writeConcern in a transaction causes a transaction error',
    reason: 'the driver leaves the check of write concerns in transactions to the server',
  },
  ...['Aggregate with $out', 'BulkWrite', 'FindOneAndReplace', 'FindOneAndUpdate', 'InsertMany'].map((operation) => ({
    file: 'bypassDocumentValidation',
    test: `${operation} passes bypassDocumentValidation: false`,
    reason: 'the driver does not send bypassDocumentValidation: false',
  })),
  ...[
    'first operation fails during an ordered bulk write (verbose)',
    'first operation fails during an ordered bulk write (summary)',
    'all operations fail during an unordered bulk write',
  ].map((when) => ({
    file: 'client bulkWrite partial results',
    test: `partialResult is unset when ${when}`,
    reason: 'the driver gives a partial result even where nothing was written',
  })),
  {
    file: 'replicaset-emit-topology-description-changed-before-close',
    reason: 'the test counts the members of a replica set of three',
  },
  {
    file: 'bulkWrite',
    test: 'First insertOne is never committed',
    reason: 'the driver lists the ids of documents which were not inserted',
  },
  {
    file: 'gridfs-download',
    test: 'download when final chunk is missing',
    reason: 'the driver does not miss the last chunk of a file',
  },
  ...['gridfs-download', 'gridfs-download-serverErrors'].map((file) => ({
    file,
    test: /^Download (succeeds|fails)/,
    reason: 'the driver asks for a file by { $eq: id }',
  })),
  ...['respect overload backoff retry loop', 'retry at most maxAttempts=2 times'].map((what) => ({
    file: `tests that operations ${what}`,
    test: /^collection\.dropIndexes (\(write\) does not retry|retries at most)/,
    reason: 'the driver gives false for an error of dropIndexes',
  })),
  {
    file: 'Test commands: strict mode',
    reason: "the server has none of MongoDB's commands for tests",
  },
  ...['find-network-error', 'insert-network-error', 'pool-cleared-error', 'cancel-server-check'].map((file) => ({
    file,
    reason: 'the driver marks a server unknown once more when it closes its own streaming monitor',
  })),
  { file: 'rediscover-quickly-after-step-down', reason: 'a replica set of one member has no secondary' },
];

/** Operations of the specifications which this driver has not. */
const absentOperations = new Set([
  'mapReduce',
  'listDatabaseObjects',
  'listCollectionObjects',
  'deleteByName',
  'renameByName',
]);

/** Options of the specifications which this driver has not, and what they are for. */
const absentOptions = {
  timeoutMS: 'operations',
  defaultTimeoutMS: 'sessions',
  timeoutMode: 'cursors',
  snapshotTime: 'sessions',
};

function uses(part: unknown, name: string): boolean {
  return JSON.stringify(part ?? null).includes(`"${name}":`);
}

/** Why a test says nothing about the server, if it does not. */
export function deviationOf(file: TestFile, test: TestCase): string | undefined {
  const isAbout = ({ test: wanted = test.description }: Deviation): boolean =>
    typeof wanted === 'string' ? wanted === test.description : wanted.test(test.description);
  const listed = deviations.find((each) => each.file === file.description && isAbout(each));
  if (listed) return listed.reason;
  const absent = test.operations.find(({ name }) => absentOperations.has(name));
  if (absent) return `the driver has no ${absent.name}`;
  for (const [option, of] of Object.entries(absentOptions))
    if (uses([file.createEntities, test.operations], option)) return `the driver has no ${option} for ${of}`;
  if (uses(test, 'expectLogMessages')) return "the test reads the driver's log";
  return uses(test, 'expectTracingMessages') ? "the test reads the driver's traces" : undefined;
}
