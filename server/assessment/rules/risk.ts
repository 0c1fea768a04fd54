import { Decimal } from 'decimal.js';
import type { PublishedVerdict } from '../../testing/index.ts';
import { type Interval, wilson } from './wilson.ts';

/** How much of a food people eat, with where that is known from. */
export interface Intake {
  product: string;
  substance: string;
  /** Of the food, kg a day and kg of body weight. */
  kgPerKgBodyWeight: string;
  /** Acceptable daily intake of the substance, mg a day and kg of body weight. */
  acceptableDailyIntake: string;
  source: string;
}

export interface Risk {
  product: string;
  substance: string;
  /** Results that could be held against a limit. */
  judged: number;
  aboveLimit: number;
  shareAboveLimit: number | null;
  interval: Interval | null;
  /** Results of all kinds, and those of them with a number instead of `<LOQ`. */
  results: number;
  quantified: number;
  shareQuantified: number;
  /** Exposure over acceptable intake: mean of the quantified results; absent without sourced intake. */
  hazardQuotient?: string;
  intakeSource?: string;
}

interface Counted {
  product: string;
  substance: string;
  judged: number;
  aboveLimit: number;
  results: number;
  quantities: string[];
}

type Tested = Pick<PublishedVerdict, 'productName' | 'results'>;

const isQuantity = (value: string) => /^\d/.test(value);

/** Counts the results of product × substance, verdict by verdict. */
export function riskCounts() {
  const counts = new Map<string, Counted>();
  return {
    add({ productName, results }: Tested): void {
      for (const { analyte, value, unit, verdict } of results) {
        const key = JSON.stringify([productName, analyte]);
        const count = counts.get(key) ?? emptyCount(productName, analyte);
        counts.set(key, count);
        count.results += 1;
        if (isQuantity(value)) count.quantities.push(unit === 'mg/kg' ? value : '');
        if (verdict === 'fail') count.aboveLimit += 1;
        if (verdict === 'fail' || verdict === 'pass') count.judged += 1;
      }
    },
    ranking: (intakes: readonly Intake[]): Risk[] =>
      [...counts.values()].map((count) => riskOf(count, intakes)).sort(byRisk),
  };
}

function emptyCount(product: string, substance: string): Counted {
  return { product, substance, judged: 0, aboveLimit: 0, results: 0, quantities: [] };
}

function riskOf({ quantities, ...count }: Counted, intakes: readonly Intake[]): Risk {
  const { product, substance, judged, aboveLimit, results } = count;
  const intake = intakes.find((row) => row.product === product && row.substance === substance);
  const quotient = intake && hazardQuotient(quantities, intake);
  return {
    ...count,
    shareAboveLimit: judged === 0 ? null : aboveLimit / judged,
    interval: wilson(aboveLimit, judged),
    quantified: quantities.length,
    shareQuantified: quantities.length / results,
    ...(intake && quotient && { hazardQuotient: quotient, intakeSource: intake.source }),
  };
}

/** Concentration × intake ÷ acceptable intake. `undefined` where a result is not in mg/kg, or none is a number. */
function hazardQuotient(quantities: readonly string[], intake: Intake): string | undefined {
  if (quantities.length === 0 || quantities.includes('')) return undefined;
  const mean = quantities.reduce((sum, value) => sum.plus(value), new Decimal(0)).div(quantities.length);
  return mean.times(intake.kgPerKgBodyWeight).div(intake.acceptableDailyIntake).toSignificantDigits(3).toString();
}

/** By what is surely above the limit, so that one bad result of one does not stand above ten of fifty. */
function byRisk(a: Risk, b: Risk): number {
  return (
    (b.interval?.lower ?? -1) - (a.interval?.lower ?? -1) ||
    b.shareQuantified - a.shareQuantified ||
    (a.product + a.substance < b.product + b.substance ? -1 : 1)
  );
}
