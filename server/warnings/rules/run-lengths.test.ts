import { expect } from 'chai';
import fc from 'fast-check';
import { bernoulliRunLength, bernoulliStep, bernoulliThreshold } from './bernoulli-cusum.ts';
import { type CusumChart, cusumSignal, cusumStart, cusumStep } from './cusum.ts';
import { type EwmaChart, ewmaLimit, ewmaLimitAfter, ewmaStart, ewmaStep } from './ewma.ts';
import { normal, seeded } from './random.ts';

const shifts = [0, 0.5, 1, 2];

/** How long a chart runs on average until it signals, after so many runs that the error is some 3 %. */
function averageRunLength(shift: number, runs: number, run: (value: () => number) => number): number {
  const draw = normal(seeded(20_261_125));
  let total = 0;
  for (let count = 0; count < runs; count += 1) total += run(() => draw() + shift);
  return total / runs;
}

function ewmaRun(chart: EwmaChart, value: () => number): number {
  const limit = ewmaLimit(chart);
  let state = ewmaStart;
  do state = ewmaStep(chart, state, value());
  while (Math.abs(state.average) <= limit);
  return state.count;
}

function cusumRun(chart: CusumChart, value: () => number, sided: 'one' | 'two' = 'two'): number {
  let state = cusumStart;
  for (let count = 1; ; count += 1) {
    state = cusumStep(chart, state, value());
    const signal = cusumSignal(chart, state);
    if (signal && (sided === 'two' || signal === 'above')) return count;
  }
}

/** Long runs vary more: fewer short ones are needed for the same error. */
const runsFor = (expected: number) => (expected > 100 ? 1_500 : 3_000);

describe('the run lengths of control charts', () => {
  const ewma: [EwmaChart, number[]][] = [
    [{ lambda: 0.2, width: 2.962 }, [500, 41.8, 10.5, 3.7]],
    [{ lambda: 0.1, width: 2.814 }, [500, 31.3, 10.3, 4.4]],
    [{ lambda: 0.05, width: 2.615 }, [500, 28.8, 11.4, 5.2]],
    [{ lambda: 0.4, width: 3.054 }, [500, 71.2, 14.3, 3.5]],
    [{ lambda: 0.2, width: 2.86 }, [371]],
    [{ lambda: 0.1, width: 2.7 }, [369]],
  ];
  for (const [chart, published] of ewma)
    it(`are as published for EWMA λ ${chart.lambda}, L ${chart.width}`, () => {
      for (const [index, expected] of published.entries()) {
        const length = averageRunLength(shifts[index] ?? 0, runsFor(expected), (value) => ewmaRun(chart, value));
        expect(length, `shift ${shifts[index]}`).to.be.within(expected * 0.93, expected * 1.07);
      }
    });

  const cusum: [CusumChart, number[]][] = [
    [{ slack: 0.5, threshold: 4 }, [167.7, 26.6, 8.38, 3.34]],
    [{ slack: 0.5, threshold: 5 }, [465, 38, 10.4, 4.01]],
    [{ slack: 0.5, threshold: 4.77 }, [369, 35.2, 9.9, 3.9]],
    [{ slack: 0.25, threshold: 8.01 }, [370, 28.8, 11.4, 5.2]],
  ];
  for (const [chart, published] of cusum)
    it(`are as published for CUSUM k ${chart.slack}, h ${chart.threshold}`, () => {
      for (const [index, expected] of published.entries()) {
        const length = averageRunLength(shifts[index] ?? 0, runsFor(expected), (value) => cusumRun(chart, value));
        expect(length, `shift ${shifts[index]}`).to.be.within(expected * 0.93, expected * 1.07);
      }
    });

  it('are twice as long when one side alone counts', () => {
    const chart = { slack: 0.5, threshold: 4 };
    const length = averageRunLength(0, 1_500, (value) => cusumRun(chart, value, 'one'));
    expect(length).to.be.within(335 * 0.93, 335 * 1.07);
  });

  it('begin with narrower EWMA limits that grow to the lasting one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.integer({ min: 1, max: 200 }), (lambda, count) => {
        const chart = { lambda, width: 2.7 };
        expect(ewmaLimitAfter(chart, count)).to.be.at.most(ewmaLimitAfter(chart, count + 1));
        expect(ewmaLimitAfter(chart, count)).to.be.at.most(ewmaLimit(chart));
        expect(ewmaLimitAfter(chart, 1)).to.be.closeTo(2.7 * lambda, 1e-9);
      }),
    );
  });
});

describe('the Bernoulli CUSUM', () => {
  /** With this raised share a failure weighs exactly as much as 20 passes take back: the sum moves on a lattice. */
  const usual = 0.02;
  const raised = raisedFor(usual, 20);
  const chart = { usual, raised };
  const unit = Math.log((1 - usual) / (1 - raised));

  it('runs as long as the exact solution of its Markov chain says', () => {
    for (const [states, share] of [
      [40, usual],
      [60, usual],
      [60, 0.06],
    ] as const) {
      const exact = latticeRunLength(states, 20, share);
      const random = seeded(7);
      let total = 0;
      for (let run = 0; run < 1_500; run += 1) total += bernoulliRunLength(chart, (states - 0.5) * unit, share, random);
      expect(total / 1_500, `${states} states, ${share}`).to.be.within(exact * 0.93, exact * 1.07);
    }
  });

  it('is given a threshold with the wanted time between false alarms, the same for the same seed', () => {
    const find = () => bernoulliThreshold({ usual: 0.02, raised: 0.06 }, 500, () => seeded(11));
    const threshold = find();
    expect(find()).to.equal(threshold);
    const random = seeded(12);
    let total = 0;
    for (let run = 0; run < 1_000; run += 1)
      total += bernoulliRunLength({ usual: 0.02, raised: 0.06 }, threshold, 0.02, random);
    expect(total / 1_000).to.be.above(430);
    expect(total / 1_000).to.be.below(900);
  });

  it('only rises by failures, and never below nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 100 }), (samples) => {
        let sum = 0;
        for (const failed of samples) {
          const next = bernoulliStep({ usual: 0.01, raised: 0.03 }, sum, failed);
          expect(next).to.be.at.least(0);
          expect(failed ? next > sum : next <= sum).to.equal(true);
          sum = next;
        }
      }),
    );
  });
});

/** The raised share with which one failure is worth `passes` passes. */
function raisedFor(usual: number, passes: number): number {
  let [low, high] = [usual, 0.5];
  for (let step = 0; step < 100; step += 1) {
    const raised = (low + high) / 2;
    const worth = Math.log(raised / usual) / Math.log((1 - usual) / (1 - raised));
    if (worth > passes) low = raised;
    else high = raised;
  }
  return high;
}

/** Average run length from 0 of a walk on 0 … states − 1: up by `jump` with probability `share`, else down by one. */
function latticeRunLength(states: number, jump: number, share: number): number {
  const rows = Array.from({ length: states }, (_, from) => {
    const row = Array.from({ length: states + 1 }, () => 0);
    const put = (to: number, value: number) => {
      row[to] = (row[to] ?? 0) + value;
    };
    put(from, 1);
    put(Math.max(0, from - 1), -(1 - share));
    if (from + jump < states) put(from + jump, -share);
    put(states, 1);
    return row;
  });
  for (let pivot = 0; pivot < states; pivot += 1) {
    const top = rows[pivot] as number[];
    for (let other = 0; other < states; other += 1) {
      const row = rows[other] as number[];
      if (other === pivot || !row[pivot]) continue;
      const factor = (row[pivot] ?? 0) / (top[pivot] ?? 1);
      for (let column = pivot; column <= states; column += 1)
        row[column] = (row[column] ?? 0) - factor * (top[column] ?? 0);
    }
  }
  return (rows[0]?.[states] ?? 0) / (rows[0]?.[0] ?? 1);
}
