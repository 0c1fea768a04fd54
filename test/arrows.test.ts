import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const cruiser = ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs'];
const fixture = 'test/fixtures/wrong-arrows';

describe('the arrows between the rooms', function () {
  this.timeout(60_000);

  it('all point the right way', () => {
    execFileSync(process.execPath, [...cruiser, 'server', 'broker', 'devices-sim', 'demo', 'web']);
  });

  it('are refused when they point the wrong way, each by the name of its rule', () => {
    const { stdout } = spawnSync(
      process.execPath,
      [
        ...cruiser.map((word) => (word.startsWith('-') ? word : `../../../${word}`)),
        '--output-type',
        'json',
        'server',
        'broker',
        'web',
      ],
      { cwd: fixture, encoding: 'utf8' },
    );
    const violations: { rule: { name: string }; from: string }[] = JSON.parse(stdout).summary.violations;
    const found = violations.map(({ rule, from }) => `${rule.name} ${from}`);
    for (const line of readFileSync(`${fixture}/expected.txt`, 'utf8').trim().split('\n'))
      expect(found).to.include(line);
  });

  it('lead tests to a database by temporaryDatabaseUri alone, so that they can share a real MongoDB', () => {
    const asking: string[] = [];
    for (const room of ['server', 'broker', 'devices-sim', 'demo', 'test']) {
      for (const name of readdirSync(room, { recursive: true, encoding: 'utf8' })) {
        if (!/(\.test\.ts|support\/[^/]+\.ts)$/.test(name) || name.endsWith('temporary-database.ts')) continue;
        if (/process\.env\.MONGODB_URI/.test(readFileSync(join(room, name), 'utf8'))) asking.push(join(room, name));
      }
    }
    expect(asking).to.deep.equal([]);
  });
});
