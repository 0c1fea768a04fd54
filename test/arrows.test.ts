import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
});
