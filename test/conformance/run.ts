import mongoose from 'mongoose';
import { deviationOf } from './driver.ts';
import { type Client, Entities, type Session } from './entities.ts';
import { eventMismatch, refusalPhrase } from './events.ts';
import type { CollectionData, Document, ExpectedError, Outcome, Step, TestCase, TestFile } from './format.ts';
import { type MatchContext, mismatch } from './match.ts';
import { callOf, operationOf } from './operations.ts';
import { applies, type Server } from './requirements.ts';
import { AssertionFailed, type Runner, runnerOperations } from './runner-operations.ts';
import { runOnSession } from './session-operations.ts';

const { MongoError, MongoServerError, MongoBulkWriteError } = mongoose.mongo;

/** What a failed expectation is called, so that it is not taken for the operation's own error. */
function failed(what: string): never {
  throw new AssertionFailed(what);
}

/** Runs the tests of one file against the server at that address. */
export async function runFile(
  uri: string,
  internal: Client,
  server: Server,
  file: TestFile,
  place: { suite: string; file: string },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  await dropDatabases(internal);
  for (const test of file.tests) {
    const outcome = { ...place, test: test.description };
    const skipReason = test.skipReason ?? deviationOf(file, test);
    if (skipReason !== undefined) outcomes.push({ ...outcome, result: 'not applicable', reason: skipReason });
    else if (!applies(server, file.runOnRequirements) || !applies(server, test.runOnRequirements))
      outcomes.push({ ...outcome, result: 'not applicable', reason: "the file's own requirements" });
    else outcomes.push({ ...outcome, ...(await runTest(uri, internal, file, test)) });
  }
  return outcomes;
}

async function runTest(
  uri: string,
  internal: Client,
  file: TestFile,
  test: TestCase,
): Promise<Pick<Outcome, 'result' | 'reason'>> {
  const refusals: string[] = [];
  const entities = new Entities(uri, (message) => refusals.push(message));
  const runner: Runner = { entities, internal, failPoints: new Set(), run: (step) => runStep(runner, step) };
  let reason: string | undefined;
  try {
    await putInitialData(internal, file.initialData ?? []);
    await entities.createAll(file.createEntities ?? []);
    await runSteps(runner, test.operations);
    await clearFailPoints(runner);
    await checkOutcome(runner, test);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.startsWith(refusalPhrase)) refusals.push(message);
    reason =
      error instanceof AssertionFailed ? message : `${error instanceof Error ? error.name : 'error'}: ${message}`;
  } finally {
    await clearFailPoints(runner).catch(() => undefined);
    await entities.close();
    await internal
      .db('admin')
      .command({ killAllSessions: [] })
      .catch(() => undefined);
  }
  // Even where the test expects an error: a refusal is no proof that the right one would have come.
  if (refusals[0] !== undefined) return { result: 'refused', reason: refusals[0].slice(refusalPhrase.length + 1) };
  return reason === undefined ? { result: 'passed' } : { result: 'failed', reason };
}

/** Each file begins with nothing that another has left. */
async function dropDatabases(internal: Client): Promise<void> {
  const { databases } = await internal.db().admin().listDatabases({ nameOnly: true });
  for (const { name } of databases) await internal.db(name).dropDatabase();
}

async function clearFailPoints({ internal, failPoints }: Runner): Promise<void> {
  for (const name of failPoints) await internal.db('admin').command({ configureFailPoint: name, mode: 'off' });
  failPoints.clear();
}

async function putInitialData(internal: Client, data: readonly CollectionData[]): Promise<void> {
  for (const { databaseName, collectionName, createOptions, documents } of data) {
    const database = internal.db(databaseName, { writeConcern: { w: 'majority' } });
    await database.collection(collectionName).drop();
    await database.createCollection(collectionName, createOptions ?? {});
    if (documents.length === 0) continue;
    // Copies: the driver would add its ids to the file's own.
    await database.collection(collectionName).insertMany(documents.map((document) => ({ ...document })));
  }
}

function contextOf({ entities }: Runner): MatchContext {
  return { entity: (name) => entities.get(name), lsid: (name) => entities.lsids.get(name) };
}

async function runSteps(runner: Runner, steps: readonly Step[], rethrows = false): Promise<void> {
  for (const step of steps) await runStep(runner, step, rethrows);
}

/** Runs one step; `rethrows`: even an error the step expects goes on to the callback it is part of. */
async function runStep(runner: Runner, step: Step, rethrows = false): Promise<void> {
  const given = step.arguments ?? {};
  if (step.object === 'testRunner') {
    const operation = runnerOperations[step.name];
    if (!operation) failed(`the runner does not know the operation ${step.name}`);
    await operation(runner, given);
    return;
  }
  let result: unknown;
  try {
    result = await perform(runner, step, given);
  } catch (error) {
    if (error instanceof AssertionFailed) throw error;
    if (step.expectError) checkError(runner, step, error);
    if (rethrows || !(step.ignoreResultAndError || step.expectError)) throw error;
    return;
  }
  if (step.expectError) failed(`${step.name} should have failed`);
  if (step.saveResultAsEntity !== undefined) runner.entities.byName.set(step.saveResultAsEntity, result);
  if (step.ignoreResultAndError || !('expectResult' in step)) return;
  const found = mismatch(step.expectResult, result, contextOf(runner), !isDistinct(step));
  if (found) failed(`${step.name}: ${found}`);
}

/** What `distinct` gives are values, not documents at the root. */
function isDistinct({ name }: Step): boolean {
  return name === 'distinct';
}

async function perform(runner: Runner, step: Step, given: Document): Promise<unknown> {
  const target = runner.entities.get(step.object);
  if (runner.entities.lsids.has(step.object))
    return runOnSession(target as Session, step.name, given, (steps) => runSteps(runner, steps, true));
  const call = callOf(runner.entities, target, given);
  let operation: ReturnType<typeof operationOf>;
  try {
    operation = operationOf(step.name, target);
  } catch (error) {
    return failed((error as Error).message);
  }
  return operation(call);
}

interface ServerSays {
  code?: number;
  codeName?: string;
  errorResponse?: Document;
  errorLabels?: string[];
  writeErrors?: unknown;
  result?: unknown;
  partialResult?: unknown;
}

function checkError(runner: Runner, step: Step, error: unknown): void {
  const expected = step.expectError as ExpectedError;
  const says = error as ServerSays & Error;
  const found = errorMismatch(expected, says, contextOf(runner));
  if (found) failed(`${step.name}: ${found} (${says.name}: ${says.message})`);
}

function errorMismatch(expected: ExpectedError, says: ServerSays & Error, context: MatchContext): string | undefined {
  const isServer = isOfServer(says);
  if (expected.isClientError === true && isServer) return 'the error is the server’s';
  if (expected.isClientError === false && !isServer) return 'the error is not the server’s';
  if (expected.errorContains && !textOf(says).toLowerCase().includes(expected.errorContains.toLowerCase()))
    return `the error does not contain "${expected.errorContains}"`;
  if (expected.errorCode !== undefined && codeOf(says) !== expected.errorCode)
    return `the code is ${codeOf(says)}, not ${expected.errorCode}`;
  if (expected.errorCodeName && nameOf(says) !== expected.errorCodeName)
    return `the code's name is ${nameOf(says)}, not ${expected.errorCodeName}`;
  const has = (label: string) =>
    [says, causeOf(says)].some((error) => error instanceof MongoError && error.hasErrorLabel(label));
  const missing = expected.errorLabelsContain?.find((label) => !has(label));
  if (missing) return `the label ${missing} is missing`;
  const superfluous = expected.errorLabelsOmit?.find(has);
  if (superfluous) return `the label ${superfluous} is there`;
  if (expected.errorResponse) {
    const found = mismatch(expected.errorResponse, responseOf(says), context);
    if (found) return `the response differs: ${found}`;
  }
  if (expected.expectResult === undefined) return undefined;
  const partial = says.partialResult ?? says.result;
  if (partial === undefined || partial === null)
    return '$$unsetOrMatches' in (expected.expectResult as Document) ? undefined : 'there is no partial result';
  return mismatch(expected.expectResult, partial, context);
}

/** A bulk write that a broken connection ended says so by the error of a server. */
function isOfServer(says: ServerSays & Error): boolean {
  if (says instanceof MongoBulkWriteError) return says.code !== undefined || [says.writeErrors].flat().length > 0;
  return says instanceof MongoServerError;
}

/** A client-level bulk write hides the server's error one level down. */
function causeOf(says: ServerSays & Error): ServerSays & Error {
  const { cause } = says as { cause?: unknown };
  return says.code === undefined && cause instanceof MongoServerError ? (cause as unknown as ServerSays & Error) : says;
}

function textOf(says: Error): string {
  return `${says.message} ${causeOf(says).message}`;
}

function responseOf(says: ServerSays & Error): unknown {
  const cause = causeOf(says);
  return cause.errorResponse ?? cause.result;
}

function codeOf(says: ServerSays & Error): number | undefined {
  return causeOf(says).code;
}

function nameOf(says: ServerSays & Error): string | undefined {
  const cause = causeOf(says);
  return cause.codeName ?? (cause.errorResponse?.codeName as string | undefined);
}

async function checkOutcome(runner: Runner, test: TestCase): Promise<void> {
  const context = contextOf(runner);
  for (const expected of test.expectEvents ?? []) {
    const observed = runner.entities.events.get(expected.client)?.observed ?? [];
    const found = eventMismatch(expected, observed, context);
    if (found) failed(`${expected.client}: ${found}`);
  }
  for (const { databaseName, collectionName, documents } of test.outcome ?? []) {
    const found = await runner.internal
      .db(databaseName, { readConcern: new mongoose.mongo.ReadConcern('local') })
      .collection(collectionName)
      .find({}, { sort: { _id: 1 } })
      .toArray();
    const different = mismatch(documents, found, context, false, collectionName);
    if (different) failed(`outcome: ${different}`);
  }
}
