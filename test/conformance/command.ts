import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { countOf, tableOf, withTable } from './report.ts';
import { runSuites } from './suites.ts';

const usage = 'npm run conformance -- mongo DIR [--json FILE] [--table FILE]';

/** `npm run conformance -- mongo DIR`: MongoDB's driver specification tests against the embedded engine. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, table: { type: 'string' } },
  });
  const [kind, folder] = positionals;
  if (kind !== 'mongo' || folder === undefined) throw new Error(usage);
  const outcomes = await runSuites(folder, (file) => process.stderr.write(`  ${file}\n`));
  for (const { suite, file, test, result, reason } of outcomes)
    if (result === 'failed') process.stdout.write(`failed ${suite}/${file}: ${test}: ${reason}\n`);
  process.stdout.write(`\n${tableOf(outcomes)}\n\n`);
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(outcomes, null, 1));
  if (values.table !== undefined)
    writeFileSync(values.table, withTable(readFileSync(values.table, 'utf8'), tableOf(outcomes)));
  const count = (result: 'passed' | 'refused' | 'failed') => `${countOf(outcomes, result)} ${result}`;
  process.stdout.write(`${count('passed')}, ${count('refused')}, ${count('failed')}\n`);
  process.exit(countOf(outcomes, 'failed') > 0 ? 1 : 0);
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
