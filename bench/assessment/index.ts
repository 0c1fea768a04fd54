import { dimensions, type Grouping, passRateTallies, verdictWords } from '../../server/assessment/rules/pass-rates.ts';
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

async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const records of sizes) figures.push(await ofSize(records));
  return figures;
}

export const assessment: Benchmark = {
  title: 'pass rates by county, product, month and plan kept by increments, against counting all records anew',
  run,
};
