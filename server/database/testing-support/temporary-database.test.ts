import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { onDatabase } from './temporary-database.ts';

describe('the databases of tests', () => {
  const cases: Record<string, string> = {
    'mongodb://127.0.0.1:27017': 'mongodb://127.0.0.1:27017/x',
    'mongodb://127.0.0.1:27017/agritrace': 'mongodb://127.0.0.1:27017/x',
    'mongodb://a,b/agritrace?replicaSet=r': 'mongodb://a,b/x?replicaSet=r',
    'mongodb://%2Ftmp%2Fe.sock/agritrace': 'mongodb://%2Ftmp%2Fe.sock/x',
    'mongodb+srv://u:p@cluster.example/': 'mongodb+srv://u:p@cluster.example/x?authSource=admin',
    'mongodb://u:p@a/records?tls=true': 'mongodb://u:p@a/x?tls=true&authSource=records',
    'mongodb://u:p@a/records?authSource=admin': 'mongodb://u:p@a/x?authSource=admin',
  };
  for (const [given, expected] of Object.entries(cases))
    it(`keep the server and its options: ${given}`, () => expect(onDatabase(given, 'x')).to.equal(expected));

  it('are chosen in one place: no other test asks for MONGODB_URI', async () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const asking: string[] = [];
    for (const room of ['server', 'broker', 'devices-sim', 'demo', 'test']) {
      for (const path of await readdir(join(root, room), { recursive: true })) {
        if (!/(\.test\.ts|testing-support\/.*\.ts|support\/.*\.ts)$/.test(path)) continue;
        if (/process\.env\.MONGODB_URI/.test(await readFile(join(root, room, path), 'utf8'))) asking.push(path);
      }
    }
    expect(asking).to.deep.equal(['database/testing-support/temporary-database.ts']);
  });
});
