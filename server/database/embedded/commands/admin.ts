import { unsupported } from '../errors.ts';
import { maximumDocumentSize } from '../limits.ts';
import { elements, type, Value } from '../values/bson.ts';
import { newObjectId } from '../values/object-id.ts';
import type { Run } from './access.ts';
import type { Reply } from './command.ts';

/** The version whose behavior this engine follows. */
export const version = '8.0.0';
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
    maxBsonObjectSize: maximumDocumentSize,
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
