import fc from 'fast-check';
import { type Evaluation, quietState, type StreamReading, type StreamState } from '../rules/stream-state.ts';

export interface Told {
  effect: 'raise' | 'repeat' | 'clear' | 'none';
  at: number;
}

/** Runs readings through a rule; a reading that asks for it is evaluated again. */
export function run<Rule>(
  evaluate: (rule: Rule, state: StreamState, reading: StreamReading) => Evaluation,
  rule: Rule,
  readings: readonly StreamReading[],
  start: StreamState = quietState,
): { state: StreamState; told: Told[] } {
  let state = start;
  const told: Told[] = [];
  for (const reading of readings) {
    let evaluated: Evaluation;
    do {
      evaluated = evaluate(rule, state, reading);
      state = evaluated.state;
      told.push({ effect: evaluated.effect, at: evaluated.at ?? reading.at });
    } while (evaluated.again);
  }
  return { state, told };
}

export const celsius = (...pairs: [minute: number, value: number][]): StreamReading[] =>
  pairs.map(([minute, value]) => ({ value, unit: 'Cel', at: minute * 60_000 }));

/** Readings in order, up to a quarter of an hour apart. */
export const inOrder = (value: fc.Arbitrary<number> = fc.integer({ min: -30, max: 50 })) =>
  fc.array(fc.record({ value, step: fc.integer({ min: 0, max: 900 }) }), { maxLength: 60 }).map((steps) => {
    let at = 0;
    return steps.map(({ value, step }): StreamReading => {
      at += step * 1000;
      return { value, unit: 'Cel', at };
    });
  });
