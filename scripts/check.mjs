// Types, lint and import directions, side by side: what one runs before each commit.
import { spawn } from 'node:child_process';

const checks = {
  types: typesOf('server', 'tsconfig.json'),
  'console types': typesOf('console', 'web/console/tsconfig.json'),
  'field app types': typesOf('field', 'web/field/tsconfig.json'),
  'databases of tests': ['../scripts/check-test-databases.mjs'],
  'words of problems': ['tsx/dist/cli.mjs', 'scripts/problem-words.ts'],
  'permissions page': ['tsx/dist/cli.mjs', 'scripts/permissions.ts', '--check'],
  lint: ['@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'],
  arrows: [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    'server',
    'broker',
    'devices-sim',
    'demo',
    'web',
  ],
};

const results = await Promise.all(Object.entries(checks).map(([name, [script, ...args]]) => check(name, script, args)));
const failed = results.filter(({ code }) => code !== 0);
for (const { name, output } of failed) process.stdout.write(`\n✗ ${name}\n${output}\n`);
process.stdout.write(`${results.length - failed.length} of ${results.length} checks are clean\n`);
process.exit(failed.length ? 1 : 0);

/** Incremental: what has not changed since the last run is not looked at again; in one thread, as the checks stand side by side. */
function typesOf(name, project) {
  const known = `node_modules/.cache/types-${name}.tsbuildinfo`;
  return [
    'typescript-7/bin/tsc',
    '-p',
    project,
    '--noEmit',
    '--singleThreaded',
    '--incremental',
    '--tsBuildInfoFile',
    known,
  ];
}

function check(name, script, args) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, [`node_modules/${script}`, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('exit', (code) => resolve({ name, code, output }));
  });
}
