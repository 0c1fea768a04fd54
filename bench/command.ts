import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assessment } from './assessment/index.ts';
import { database } from './database/index.ts';
import { type Benchmark, keep, table, withTable } from './harness.ts';
import { ingest } from './ingest/index.ts';
import { limitsBenchmark } from './limits/index.ts';
import { trace } from './trace/index.ts';

const benchmarks: Record<string, Benchmark> = { assessment, database, ingest, limits: limitsBenchmark, trace };

/** `npm run bench` runs all, `-- NAME…` those named; `--table PAGE` writes the figures of one into a page as well. */
async function main(): Promise<void> {
  const { positionals: wanted, values } = parseArgs({ allowPositionals: true, options: { table: { type: 'string' } } });
  const unknown = wanted.find((name) => !Object.hasOwn(benchmarks, name));
  if (unknown) throw new Error(`no benchmark ${unknown}; there are ${Object.keys(benchmarks).join(', ')}`);
  for (const [name, benchmark] of Object.entries(benchmarks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n${name}: ${benchmark.title}`);
    const figures = await benchmark.run();
    console.log(table(figures));
    if (values.table !== undefined)
      writeFileSync(values.table, withTable(readFileSync(values.table, 'utf8'), name, figures));
    console.log(`kept in ${keep(name, figures, new Date())}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
