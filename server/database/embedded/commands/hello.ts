import { setTimeout as delay } from 'node:timers/promises';
import { EngineError } from '../errors.ts';
import { maximumDocumentSize, maximumMessageSize, maximumWriteBatch } from '../limits.ts';
import { documentValue, elements, field, sameBytes, type, type Value } from '../values/bson.ts';
import { documentOf, encodeDocument } from '../values/build.ts';
import { isNumber, readInteger } from '../values/numbers.ts';
import { newObjectId } from '../values/object-id.ts';
import type { Run } from './access.ts';
import { applicationOf, type Reply } from './command.ts';

const wireVersion = 25;
export const setName = 'embedded';

/** The longest a timer can wait. */
const longestWait = 2 ** 31 - 1;

/** What tells this run of the server from another. Nothing else ever changes in a replica set of one member. */
export function newTopologyVersion(): Value {
  return documentValue(encodeDocument({ processId: newObjectId(), counter: 0n }));
}

/**
 * A client that names the topology version it knows is answered when there is another one, or when `maxAwaitTimeMS`
 * has passed, or when its connection ends.
 */
async function awaitNews({ command, engine, ended }: Run): Promise<void> {
  const version = command.document('topologyVersion');
  const limit = command.integer('maxAwaitTimeMS');
  if (!version && limit === undefined) return;
  if (!version) throw new EngineError(31368, "A request with 'maxAwaitTimeMS' must include a 'topologyVersion'");
  if (limit === undefined)
    throw new EngineError(31368, "A request with a 'topologyVersion' must include 'maxAwaitTimeMS'");
  const [processId, counter] = [field(version, 'processId'), field(version, 'counter')];
  const count = counter && isNumber(counter) ? readInteger(counter) : undefined;
  if (processId?.type !== type.objectId || count === undefined)
    throw new EngineError(14, "BSON field 'topologyVersion' needs an object id 'processId' and a long 'counter'");
  if (count < 0n) throw new EngineError(31372, 'topologyVersion must have a non-negative counter');
  if (limit < 0) throw new EngineError(31373, 'maxAwaitTimeMS must be a non-negative integer');
  if (!sameBytes(processId, field(engine.topologyVersion, 'processId') as Value)) return;
  await delay(Math.min(limit, longestWait), undefined, { signal: ended }).catch(() => undefined);
}

/** What a client learns first: a replica set of one member, at the address the client used. */
export async function hello(run: Run): Promise<Reply> {
  const { command, address, engine } = run;
  const application = applicationOf(command);
  if (application !== undefined) run.client.applicationName = application;
  await awaitNews(run);
  const legacy = command.name !== 'hello';
  const now = new Date(engine.clock());
  return {
    helloOk: true,
    [legacy ? 'ismaster' : 'isWritablePrimary']: true,
    topologyVersion: engine.topologyVersion,
    secondary: false,
    setName,
    setVersion: 1,
    hosts: [address],
    primary: address,
    me: address,
    electionId: engine.electionId,
    lastWrite: { opTime: { ts: engine.now(), t: 1n }, lastWriteDate: now },
    maxBsonObjectSize: maximumDocumentSize,
    maxMessageSizeBytes: maximumMessageSize,
    maxWriteBatchSize: maximumWriteBatch,
    localTime: now,
    logicalSessionTimeoutMinutes: 30,
    connectionId: run.connectionId,
    minWireVersion: 0,
    maxWireVersion: wireVersion,
    readOnly: false,
  };
}

/** The same `hello` for one who knows this topology version: what a client that lets it stream would send next. */
export function nextHello(body: Value, topologyVersion: Value): Value {
  return documentOf(
    elements(body).map((each) => (each.name === 'topologyVersion' ? { ...each, value: topologyVersion } : each)),
  );
}
