import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

/** One measured thing beside what it is compared with, in the same run on the same machine. */
export interface Figure {
  name: string;
  unit: string;
  /** Per second: more is better. */
  value: number;
  baseline: { name: string; value: number };
  /** The least value/baseline that is wanted. */
  aim?: number;
  /** What keeps it from being faster. */
  boundBy: string;
}

export interface Benchmark {
  /** What it measures and how, one line. */
  title: string;
  run(): Promise<Figure[]>;
}

/** How often per second `work` is done, `inFlight` at a time; what happens before `warmUp` ends does not count. */
export async function throughput(
  work: (turn: number) => Promise<unknown>,
  options: { inFlight: number; milliseconds: number; warmUp?: number },
): Promise<number> {
  const started = performance.now();
  const counted = started + (options.warmUp ?? options.milliseconds / 4);
  const ends = counted + options.milliseconds;
  let turn = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < ends) {
      await work(turn++);
      const now = performance.now();
      if (now >= counted && now < ends) done++;
    }
  };
  await Promise.all(Array.from({ length: options.inFlight }, worker));
  return done / (options.milliseconds / 1000);
}

/** Measures two things by turns, so that what else the machine does meets both; gives the better round of each. */
export async function sideBySide(
  measured: () => Promise<number>,
  baseline: () => Promise<number>,
  rounds = 2,
): Promise<{ value: number; baseline: number }> {
  const best = { value: 0, baseline: 0 };
  for (let round = 0; round < rounds; round++) {
    best.baseline = Math.max(best.baseline, await baseline());
    best.value = Math.max(best.value, await measured());
  }
  return best;
}

function ratioOf({ value, baseline }: Figure): number {
  return value / baseline.value;
}

function rounded(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);
}

/** The figures as a Markdown table. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${rounded(figure.value)} ${figure.unit}`,
    `${rounded(figure.baseline.value)} (${figure.baseline.name})`,
    ratioOf(figure).toFixed(2),
    figure.aim === undefined ? '' : `≥ ${figure.aim}${ratioOf(figure) >= figure.aim ? '' : ' missed'}`,
    figure.boundBy,
  ]);
  const all = [['what', 'measured', 'baseline', 'ratio', 'aim', 'bound by'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** The page with a benchmark's table in its place. Throws where it has none. */
export function withTable(page: string, name: string, figures: readonly Figure[]): string {
  const [begin, end] = [`<!-- figures: npm run bench -- ${name} -->`, `<!-- end of figures: ${name} -->`];
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`the page has no place for the figures of ${name}`);
  return `${before}${begin}\n\n${table(figures)}\n\n${end}${after}`;
}

/** Keeps a run with what is needed to judge it: machine, Node, commit, time. */
export function keep(name: string, figures: readonly Figure[], at: Date): string {
  const folder = fileURLToPath(new URL('./results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const path = `${folder}${name}.json`;
  const [processor] = cpus();
  const machine = { processor: processor?.model, cores: cpus().length, memoryBytes: totalmem(), node: process.version };
  const measured = figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) }));
  writeFileSync(path, `${JSON.stringify({ name, at, commit: commit(), machine, figures: measured }, null, 2)}\n`);
  return path;
}

function commit(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
