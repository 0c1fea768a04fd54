import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { runningAddress, startEmbeddedEngine } from './index.ts';
import { MongoClient, temporaryDirectory } from './testing-support/engine.ts';

type Started = { child: ChildProcess; ready: { uri: string; socketUri?: string } };

describe('npm run database', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await stop(child, 'SIGKILL');
    await directory.remove();
  });

  function launch(...options: string[]): ChildProcess {
    const command = fileURLToPath(new URL('./command.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', command, ...options], {
      env: { ...process.env, DATA_DIR: directory.path },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    children.push(child);
    return child;
  }

  async function start(...options: string[]): Promise<Started> {
    const child = launch(...options);
    const lines = createInterface({ input: child.stdout ?? process.stdin });
    const [line] = (await once(lines, 'line')) as [string];
    const { ready, ...addresses } = JSON.parse(line);
    expect(ready).to.equal(true);
    return { child, ready: addresses };
  }

  /** Runs where it is expected to refuse, to its end. */
  async function refused(...options: string[]): Promise<{ code: number; error: string }> {
    const child = launch(...options);
    let error = '';
    child.stderr?.on('data', (data) => {
      error += data;
    });
    const [code] = (await once(child, 'close')) as [number];
    return { code, error };
  }

  async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  }

  async function works(uri: string): Promise<void> {
    const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 5000 });
    await client.db().collection('things').insertOne({ uri });
    expect(await client.db().collection('things').countDocuments({ uri })).to.equal(1);
    await client.close();
  }

  it('serves on a unix socket until it is told to stop', async () => {
    const { child, ready } = await start();
    expect(ready).to.have.keys('uri');
    await works(ready.uri);
    expect(runningAddress(directory.path)).to.equal(ready.uri);
    expect(await stop(child, 'SIGTERM')).to.equal(0);
    expect(runningAddress(directory.path)).to.equal(undefined);
    expect(await readdir(join(directory.path, 'database'))).to.have.members(['data.mdb', 'lock.mdb']);
  });

  it('lets nobody but its owner in, whatever the folder was like before', async () => {
    const folder = join(directory.path, 'database');
    await mkdir(folder);
    await chmod(folder, 0o777);
    await start();
    expect((await stat(folder)).mode & 0o777).to.equal(0o700);
    for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o077, name).to.equal(0);
  });

  it('serves on loopback alone with --port', async () => {
    const { ready } = await start('--port', '0');
    const address = /^mongodb:\/\/127\.0\.0\.1:(\d+)\/agritrace$/.exec(ready.uri);
    expect(address).to.not.equal(null);
    await works(ready.uri);
    await works(ready.socketUri ?? '');
    // All of 127.0.0.0/8 leads to this machine: a server on every interface would answer here, too.
    const elsewhere = connect(Number(address?.[1]), '127.0.0.2');
    const [error] = (await once(elsewhere, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).to.equal('ECONNREFUSED');
  });

  it('refuses a folder that has an owner, in one line', async () => {
    const owner = await startEmbeddedEngine({ dataDirectory: directory.path });
    const { code, error } = await refused();
    expect(code).to.equal(1);
    expect(error).to.equal(`data directory ${directory.path} is in use by process ${owner.pid}\n`);
    await works(owner.uri);
    await owner.stop();
  });

  it('refuses what is no port, and a port that is taken, in one line', async () => {
    expect(await refused('--port', '70000')).to.deep.equal({
      code: 1,
      error: '--port must be a number from 0 to 65535, not 70000\n',
    });
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { code, error } = await refused('--port', String(port));
    expect({ code, error }).to.deep.equal({ code: 1, error: `port ${port} is in use by another program\n` });
    taken.close();
  });

  it('ends with the program whose child it is', async () => {
    const { child } = await start();
    child.disconnect();
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).to.equal(0);
  });
});
