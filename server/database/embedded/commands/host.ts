import { arch, cpus, hostname, release, type as systemType, totalmem } from 'node:os';
import { EngineError, unsupported } from '../errors.ts';
import { readString, type } from '../values/bson.ts';
import type { Run } from './access.ts';
import { version } from './admin.ts';
import type { Reply } from './command.ts';

const megabyte = 2 ** 20;

export async function serverStatus({ engine }: Run): Promise<Reply> {
  const milliseconds = Date.now() - engine.startedAt;
  const { rss } = process.memoryUsage();
  return {
    host: hostname(),
    version,
    process: 'embedded',
    pid: BigInt(process.pid),
    uptime: milliseconds / 1000,
    uptimeMillis: BigInt(milliseconds),
    uptimeEstimate: BigInt(Math.trunc(milliseconds / 1000)),
    localTime: new Date(),
    connections: { current: engine.connections.current, totalCreated: engine.connections.created },
    mem: { bits: 64, resident: Math.trunc(rss / megabyte), supported: true },
    metrics: { cursor: { open: { total: BigInt(engine.cursors.count) } } },
    storageEngine: { name: 'lmdb', supportsCommittedReads: true, persistent: true, readOnly: false },
  };
}

export async function hostInfo(): Promise<Reply> {
  return {
    system: {
      currentTime: new Date(),
      hostname: hostname(),
      cpuAddrSize: 64,
      memSizeMB: BigInt(Math.trunc(totalmem() / megabyte)),
      numCores: cpus().length,
      cpuArch: arch(),
      numaEnabled: false,
    },
    os: { type: systemType(), name: systemType(), version: release() },
    extra: {},
  };
}

export async function getCmdLineOpts({ engine }: Run): Promise<Reply> {
  return { argv: ['embedded'], parsed: { storage: { dbPath: engine.store.directory, engine: 'lmdb' } } };
}

/** `startupWarnings` alone, of which there are none; the process's log goes to its standard error. */
export async function getLog({ command }: Run): Promise<Reply> {
  const wanted = command.argument.type === type.string ? readString(command.argument) : '';
  if (wanted === '*') return { names: ['startupWarnings'] };
  if (wanted === 'startupWarnings') return { totalLinesWritten: 0, log: [] };
  if (wanted === 'global') throw unsupported('the log global');
  throw new EngineError(96, `No log named '${wanted}'`);
}

export async function whatsmyuri({ client }: Run): Promise<Reply> {
  return { you: client.address ?? 'anonymous unix socket' };
}

export async function connectionStatus({ command }: Run): Promise<Reply> {
  const privileges = command.flag('showPrivileges') ? { authenticatedUserPrivileges: [] } : {};
  return { authInfo: { authenticatedUsers: [], authenticatedUserRoles: [], ...privileges } };
}

const featureCompatibilityVersion = { version: version.split('.').slice(0, 2).join('.') };

export async function getParameter({ command }: Run): Promise<Reply> {
  const known: Reply = { featureCompatibilityVersion };
  const all = command.argument.type === type.string && readString(command.argument) === '*';
  const wanted = Object.keys(known).filter((name) => all || command.flag('allParameters') || command.get(name));
  if (wanted.length === 0) throw new EngineError(72, 'no option found to get');
  return Object.fromEntries(wanted.map((name) => [name, known[name]]));
}
