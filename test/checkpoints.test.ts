import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { connectAsync, type MqttClient } from 'mqtt';
import { type Checkpoint, readCheckpoint } from '../server/audit/merkle/checkpoint.ts';
import { openNote, readVerifier } from '../server/audit/merkle/signed-note.ts';
import { provesConsistency } from '../server/audit/merkle/verify.ts';
import type { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

const topic = 'agritrace/v1/audit/checkpoint';

describe('checkpoints of the audit log', function () {
  this.timeout(60_000);
  let folder: string;
  let file: string;
  let at: TestPlatform;
  let api: Api;
  let client: MqttClient;

  const open = async (note: string): Promise<Checkpoint> => {
    const keys = String((await api.get('/api/v1/audit-log/key')).body.text);
    const text = openNote(note, keys.trim().split('\n').map(readVerifier));
    const checkpoint = readCheckpoint(text ?? '');
    if (!checkpoint) throw new Error(`no checkpoint: ${note}`);
    return checkpoint;
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'agritrace-checkpoints-'));
    file = join(folder, 'checkpoint');
    at = await startTestPlatform(undefined, { checkpointFile: file });
    api = at.admin;
    await at.platform.services.audit.flush();
    client = await connectAsync(`mqtt://127.0.0.1:${at.platform.mqtt}`, {
      username: 'user:admin',
      password: api.token,
    });
  });
  after(async () => {
    await client?.endAsync();
    await at?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('come to whoever subscribes, to a file and by HTTP, and each is proved to begin with the one before', async () => {
    const notes: string[] = [];
    client.on('message', (_topic, payload) => notes.push(payload.toString()));
    await client.subscribeAsync(topic, { qos: 1 });
    await eventually(async () => notes.length > 0);
    const first = await open(notes[0] as string);

    await registerFarm(api);
    await at.platform.services.audit.flush();
    const published = String((await api.get('/api/v1/audit-log/checkpoint')).body.text);
    const second = await open(published);
    expect(second.size).to.be.greaterThan(first.size);
    await eventually(async () => notes.includes(published));
    await eventually(async () => (await readFile(file, 'utf8')) === published);

    const proof = await api.get<{ hashes: string[] }>(
      `/api/v1/audit-log/consistency?first=${first.size}&second=${second.size}`,
    );
    const hashes = proof.body.hashes.map((hash) => Buffer.from(hash, 'base64'));
    expect(provesConsistency(first, hashes, second)).to.equal(true);
  });

  it('are sent by nobody else, and to no device', async () => {
    const device = await api.create('/api/v1/devices', { id: 'cold-1', name: '冷库一号', kind: 'sensor' });
    const sensor = await connectAsync(`mqtt://127.0.0.1:${at.platform.mqtt}`, {
      username: 'cold-1',
      password: String(device.secret),
    });
    const refused = await sensor.subscribeAsync(topic, { qos: 1 }).then(
      () => false,
      () => true,
    );
    expect(refused).to.equal(true);
    await sensor.endAsync();
  });

  it('are checked by the recipe of the guide, with curl, node and openssl', async () => {
    const first = await open(String((await api.get('/api/v1/audit-log/checkpoint')).body.text));
    await registerFarm(api, '611002105');
    await at.platform.services.audit.flush();
    const second = await open(String((await api.get('/api/v1/audit-log/checkpoint')).body.text));
    const guide = await readFile('docs/audit-log.md', 'utf8');
    const recipe = [...guide.matchAll(/^```\n(.*?)^```$/gms)]
      .map(([, block = '']) => block)
      .filter((block) => /^(curl|node)/.test(block))
      .join('')
      .replaceAll('https://trace.example', at.url)
      .replaceAll('checkpoint-$(date +%F)', 'checkpoint-2026-05-03')
      .replaceAll('1200', String(first.size))
      .replaceAll('3400', String(second.size))
      .replace('ROOT1', first.root.toString('base64'))
      .replace('ROOT2', second.root.toString('base64'));
    const { stdout } = await promisify(execFile)('bash', ['-euc', recipe], { cwd: folder });
    expect(stdout).to.match(/Signature Verified Successfully\nthe log only grew\n$/);
    const forged = recipe.replace(second.root.toString('base64'), first.root.toString('base64'));
    expect((await promisify(execFile)('bash', ['-euc', forged], { cwd: folder })).stdout).to.include('REWRITTEN');
  });

  it('stand on a public page in both languages, without a script', async () => {
    await at.platform.services.audit.flush();
    const note = String((await api.get('/api/v1/audit-log/checkpoint')).body.text);
    for (const [language, heading] of [
      ['zh', '审计日志检查点'],
      ['en', 'Audit log checkpoint'],
    ]) {
      const answer = await fetch(`${at.url}/log?lang=${language}`);
      const page = await answer.text();
      expect(answer.status).to.equal(200);
      expect(page).to.include(`<h1>${heading}</h1>`).and.not.include('<script');
      const text = page.replaceAll('&#39;', "'");
      for (const line of note.trim().split('\n')) expect(text).to.include(line);
      expect(gzipSync(page).length).to.be.lessThan(30_000);
    }
  });
});
