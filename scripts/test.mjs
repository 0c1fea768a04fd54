// Lint, types and every test, files side by side in as many processes as there are cores, at most four. Further words
// go to mocha: npm test -- --grep warning
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { specifications } from './test-rooms.mjs';

const steps = [
  ['scripts/setup.mjs', '--tests', '--build'],
  ['scripts/check.mjs'],
  [
    'node_modules/mocha/bin/mocha.js',
    '--reporter',
    'scripts/reporter.cjs',
    '--exit',
    '--parallel',
    '--jobs',
    String(Math.min(4, Math.max(2, availableParallelism()))),
    ...specifications,
    ...process.argv.slice(2),
  ],
];

for (const [index, step] of steps.entries()) {
  const { status } = spawnSync(process.execPath, step, { stdio: 'inherit' });
  if (status === 0) continue;
  if (index < steps.length - 1) process.stdout.write('0 passed, 1 failed\n');
  process.exit(status ?? 1);
}
