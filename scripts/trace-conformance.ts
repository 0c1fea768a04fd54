// Runs the tests that carry a row of the traceability checklist in their name, and writes the result into docs/conformance.md.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

interface Result {
  fullTitle: string;
  err: { message?: string };
}

const specs = [
  'test/epcis/*.test.ts',
  'test/recalls.test.ts',
  'test/trace-exports.test.ts',
  'server/traceability/rules/*.test.ts',
  'server/traceability/rules/**/*.test.ts',
];
const checklist: Record<string, string> = JSON.parse(readFileSync('test/epcis/checklist.json', 'utf8'));
const run = spawnSync(
  process.execPath,
  ['node_modules/mocha/bin/mocha.js', '--exit', '--reporter', 'json', ...specs.flatMap((spec) => ['--spec', spec])],
  { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
const { tests }: { tests: Result[] } = JSON.parse(run.stdout.slice(run.stdout.indexOf('{\n')));

const rows = Object.entries(checklist).map(([id, subject]) => {
  const own = tests.filter(({ fullTitle }) => new RegExp(`(^| )${id} `).test(fullTitle));
  const failed = own.filter(({ err }) => err.message !== undefined);
  const result =
    own.length === 0
      ? 'no test here'
      : failed.length > 0
        ? `${failed.length} of ${own.length} tests failed`
        : `passed (${own.length} ${own.length === 1 ? 'test' : 'tests'})`;
  return `| ${id} | ${subject} | ${result} |`;
});
const page = `# Conformance of traceability

Written by \`npm run conformance:trace\` from the results of the tests that carry a row's letter and number in their name. E: EPCIS 2.0
REST binding, H: event hash, D: GS1 Digital Link and resolver, F: FSMA 204, T: trace, M: mass balance, R: recall, A: audit log, C: copied codes.
This is our own run of our own tests; GS1 has certified nothing.

| row | what | result |
| --- | --- | --- |
${rows.join('\n')}
`;
writeFileSync('docs/conformance.md', page);
process.exitCode = tests.some(({ err }) => err.message !== undefined) ? 1 : 0;
