import { unsupported } from '../errors.ts';
import { elements, type, Value } from '../values/bson.ts';
import { newObjectId } from '../values/object-id.ts';
import type { Run } from './access.ts';
import { applicationOf, type Reply } from './command.ts';

/** The version whose behavior this engine follows. */
export const version = '8.0.0';
const wireVersion = 25;
export const setName = 'embedded';

export const maximumMessageSize = 48_000_000;

/** What a client learns first: a replica set of one member, at the address the client used. */
export async function hello(run: Run): Promise<Reply> {
  const { command, address, engine } = run;
  const application = applicationOf(command);
  if (application !== undefined) run.client.applicationName = application;
  const legacy = command.name !== 'hello';
  const now = new Date();
  return {
    helloOk: true,
    [legacy ? 'ismaster' : 'isWritablePrimary']: true,
    secondary: false,
    setName,
    setVersion: 1,
    hosts: [address],
    primary: address,
    me: address,
    electionId: engine.electionId,
    lastWrite: { opTime: { ts: engine.now(), t: 1n }, lastWriteDate: now },
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: maximumMessageSize,
    maxWriteBatchSize: 100_000,
    localTime: now,
    logicalSessionTimeoutMinutes: 30,
    connectionId: run.connectionId,
    minWireVersion: 0,
    maxWireVersion: wireVersion,
    readOnly: false,
  };
}

export async function ping(): Promise<Reply> {
  return {};
}

export async function buildInfo(): Promise<Reply> {
  return {
    version,
    gitVersion: 'embedded',
    modules: [],
    allocator: 'system',
    javascriptEngine: 'none',
    sysInfo: 'deprecated',
    versionArray: [...version.split('.').map(Number), 0],
    bits: 64,
    debug: false,
    maxBsonObjectSize: 16 * 1024 * 1024,
    storageEngines: ['lmdb'],
  };
}

export async function startSession(): Promise<Reply> {
  const bytes = Buffer.alloc(21);
  bytes.writeInt32LE(16);
  bytes[4] = 4;
  newObjectId().raw().copy(bytes, 5);
  newObjectId().raw().copy(bytes, 17, 8);
  return { id: { id: new Value(type.binary, bytes, 0, 21) }, timeoutMinutes: 30 };
}

export async function endSessions({ engine, command }: Run): Promise<Reply> {
  engine.sessions.end(command.argument.type === type.array ? elements(command.argument).map(({ value }) => value) : []);
  return {};
}

export async function refreshSessions(): Promise<Reply> {
  return {};
}

export async function killSessions({ engine, command }: Run): Promise<Reply> {
  const ids = command.argument.type === type.array ? elements(command.argument).map(({ value }) => value) : [];
  if (ids.length === 0) engine.sessions.endAll();
  else engine.sessions.end(ids);
  return {};
}

export async function killAllSessions({ engine }: Run): Promise<Reply> {
  engine.sessions.endAll();
  return {};
}

export async function commitTransaction({ engine, command, session }: Run): Promise<Reply> {
  await engine.sessions.commit(command, session);
  return {};
}

export async function abortTransaction({ engine, command, session }: Run): Promise<Reply> {
  engine.sessions.abortCommand(command, session);
  return {};
}

export async function configureFailPoint({ engine, command }: Run): Promise<Reply> {
  if (!engine.failPoints) throw unsupported('fail points unless it is started with them', 59);
  return engine.failPoints.configure(command);
}
