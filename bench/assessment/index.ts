import { performanceSchemeOn } from '../../server/assessment/performance/schemes.ts';
import { cellsOf, factCells } from '../../server/assessment/rules/cells.ts';
import { dimensions, type Grouping, passRateTallies, verdictWords } from '../../server/assessment/rules/pass-rates.ts';
import { leagueTable } from '../../server/assessment/rules/performance.ts';
import type { Fact } from '../../server/facts/index.ts';
import { planKinds } from '../../server/testing/schema.ts';
import { type Benchmark, type Figure, sideBySide, throughput } from '../harness.ts';

const sizes = [100_000, 1_000_000];
const counties = ['611002', '611021', '611022', '611023', '611024', '611025', '611026'];
const grouping: Grouping = { by: dimensions, level: 'county', period: 'month' };
const twoYears = 730 * 86_400_000;
const start = Date.parse('2025-01-01T00:00:00+08:00');

/** The record of that number: always the same, spread over counties, products, months and plans. */
function verdictOf(index: number) {
  const spread = (index * 2_654_435_761) % 4_294_967_296;
  return {
    divisionCode: `${counties[spread % 7]}${100 + (spread % 18)}`,
    productName: `product ${spread % 40}`,
    planKind: planKinds[spread % 3] ?? planKinds[0],
    verdict: verdictWords[spread % 97 === 0 ? 1 : 0] ?? verdictWords[0],
    happenedAt: new Date(start + (spread % twoYears)),
  };
}

function counted(records: number) {
  const tallies = passRateTallies(grouping);
  for (let index = 0; index < records; index += 1) tallies.add(verdictOf(index));
  return tallies;
}

/** A report is invalidated and another takes its place: how often a second all figures are brought up to date. */
async function ofSize(records: number): Promise<Figure> {
  const kept = counted(records);
  const byIncrements = async (turn: number) => {
    kept.remove(verdictOf(turn % records));
    kept.add(verdictOf(turn % records));
    kept.rates();
  };
  const anew = async () => {
    const began = performance.now();
    counted(records).rates();
    return 1000 / (performance.now() - began);
  };
  const measured = await sideBySide(() => throughput(byIncrements, { inFlight: 1, milliseconds: 2000 }), anew);
  return {
    name: `all pass rates after a change, ${records.toLocaleString('en-US')} records`,
    unit: 'tables/s',
    value: measured.value,
    baseline: { name: 'counted anew', value: measured.baseline },
    aim: 10,
    boundBy: 'sorting and writing out the figures, not the records',
  };
}

const scheme = performanceSchemeOn(new Date(start));
const told = scheme.indicators.flatMap(({ denominator: { kind, words } }) => words.map((word) => ({ kind, word })));
const now = new Date(start + twoYears);
const table = { divisions: counties, period: '2026-Q2' };

/** The fact of that number, of every kind that the league table counts. */
function factOf(index: number): Fact {
  const spread = (index * 2_654_435_761) % 4_294_967_296;
  const { kind, word } = told[spread % told.length] ?? { kind: 'batch' as const, word: 'traced' };
  const happenedAt = new Date(start + (spread % twoYears));
  return {
    kind,
    word,
    record: { resource: 'batches', id: String(index), label: '' },
    divisionCode: `${counties[spread % 7]}${100 + (spread % 18)}`,
    happenedAt,
    knownFrom: happenedAt,
  };
}

/** A record changes, and every figure of the league table is given again. */
async function leagueOfSize(records: number): Promise<Figure> {
  const facts = Array.from({ length: records }, (_, index) => factOf(index));
  const kept = factCells(now);
  for (const fact of facts) kept.add(fact);
  const byIncrements = async (turn: number) => {
    const fact = facts[turn % records] as Fact;
    kept.remove(fact);
    kept.add(fact);
    leagueTable(kept.all(), scheme, table);
  };
  const anew = async () => {
    const began = performance.now();
    leagueTable(cellsOf(facts, { until: now, knownAt: now }), scheme, table);
    return 1000 / (performance.now() - began);
  };
  const measured = await sideBySide(() => throughput(byIncrements, { inFlight: 1, milliseconds: 2000 }), anew);
  return {
    name: `all figures of the league table after a change, ${records.toLocaleString('en-US')} records`,
    unit: 'tables/s',
    value: measured.value,
    baseline: { name: 'counted anew', value: measured.baseline },
    aim: 10,
    boundBy: 'adding up the cells of towns and months, not the records',
  };
}

async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const records of sizes) figures.push(await ofSize(records), await leagueOfSize(records));
  return figures;
}

export const assessment: Benchmark = {
  title:
    'pass rates by county, product, month and plan, and the league table, kept by increments, against counting all records anew',
  run,
};
