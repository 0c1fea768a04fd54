import { bans, foodNodes, limits } from '../../server/standards/library.ts';
import { foodPlace } from '../../server/standards/rules/food.ts';
import { judgeSample } from '../../server/standards/rules/judge-sample.ts';
import { type Law, lawOf } from '../../server/standards/rules/law.ts';
import type { Limit } from '../../server/standards/rules/match-limit.ts';
import type { Measurement } from '../../server/standards/rules/measurement.ts';
import { isNamed } from '../../server/standards/rules/substance.ts';
import { type Benchmark, type Figure, sideBySide, throughput } from '../harness.ts';

/** As many as GB 2763-2026 has. */
const rows = 10_749;
const substances = 585;

/** The starter set filled up to the size of the whole standard by substances that are made up. */
function wholeStandard(): Limit[] {
  const known = new Set(limits.map(({ substance }) => substance)).size;
  const foods = [...foodNodes.keys()];
  const made = Array.from({ length: rows - limits.length }, (_, index): Limit => {
    const substance = `substance ${index % (substances - known)}`;
    const foodCode = foods[Math.floor(index / (substances - known)) % foods.length] ?? 'tea';
    return {
      ...(limits[0] as Limit),
      id: `made-${index}`,
      substance,
      substanceEn: substance,
      casNumber: undefined,
      foodCode,
    };
  });
  return [...limits, ...made];
}

/** The same law without an index: each question reads all rows. */
function readingAll(all: readonly Limit[]): Law {
  return {
    limitsOf: (analyte) => all.filter((limit) => isNamed(limit, analyte)),
    bansOf: (analyte) => bans.filter((ban) => isNamed(ban, analyte)),
    exemptionsOf: () => [],
    residuesNamed: () => [],
    residuesOf: () => [],
  };
}

/** Results for every substance of the starter set in foods of several kinds. */
function questions(): Measurement[] {
  const names = [...new Set(limits.map(({ substance }) => substance))];
  const foods = ['tea', 'walnut', 'celery', 'shiitake', 'kiwifruit', 'wheat'];
  return names.flatMap((analyte) =>
    foods.map((code) => ({
      analyte,
      value: '0.02',
      unit: 'mg/kg',
      food: foodPlace(foodNodes, code) ?? { path: [], below: new Set<string>() },
      sampledAt: new Date('2026-11-25T08:00:00+08:00'),
    })),
  );
}

/** How many results a second are judged by this law. */
function verdictsBy(law: Law, asked: readonly Measurement[]): Promise<number> {
  return throughput(async (turn) => judgeSample([asked[turn % asked.length] as Measurement], law), {
    inFlight: 1,
    milliseconds: 2000,
  });
}

async function run(): Promise<Figure[]> {
  const all = wholeStandard();
  const law = lawOf({ limits: all, bans, exemptions: [], residues: [], animalFoods: new Set() });
  const asked = questions();
  const { value, baseline } = await sideBySide(
    () => verdictsBy(law, asked),
    () => verdictsBy(readingAll(all), asked),
  );
  const sample = asked.filter(({ food }) => food.path.at(-1)?.code === 'tea');
  const whole = await throughput(async () => judgeSample(sample, law), { inFlight: 1, milliseconds: 2000 });
  return [
    {
      name: `one result, ${all.length} limits`,
      unit: 'verdicts/s',
      value,
      baseline: { name: 'reading all rows for each result', value: baseline },
      aim: 20,
      boundBy: 'matching the food and writing the explanation in two languages',
    },
    {
      name: `one sample of ${sample.length} results`,
      unit: 'samples/s',
      value: whole,
      baseline: { name: 'its results one by one', value: value / sample.length },
      boundBy: 'the same, once for each result',
    },
  ];
}

export const limitsBenchmark: Benchmark = {
  title: 'verdicts by a law of the size of GB 2763-2026, against reading all its rows',
  run,
};
