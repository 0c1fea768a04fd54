import { database } from './database/index.ts';
import { type Benchmark, keep, table } from './harness.ts';

const benchmarks: Record<string, Benchmark> = { database };

/** `npm run bench` runs all, `npm run bench -- NAME…` those named. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !Object.hasOwn(benchmarks, name));
  if (unknown) throw new Error(`no benchmark ${unknown}; there are ${Object.keys(benchmarks).join(', ')}`);
  for (const [name, benchmark] of Object.entries(benchmarks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n${name}: ${benchmark.title}`);
    const figures = await benchmark.run();
    console.log(table(figures));
    console.log(`kept in ${keep(name, figures, new Date())}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
