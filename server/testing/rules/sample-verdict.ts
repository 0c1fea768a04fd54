import type { TestRecord } from '../model.ts';
import type { verdicts } from '../verdict-schema.ts';

export type VerdictWord = (typeof verdicts)[number];

/** The worst first. */
const byGravity: readonly VerdictWord[] = ['fail', 'not-comparable', 'no-limit', 'pass'];

interface Resulted {
  analyteKey: string;
  verdict: { verdict: VerdictWord };
}
type Asked = Pick<TestRecord, 'analyteKey' | 'state'>;

export function openTests<Test extends Pick<TestRecord, 'state'>>(tests: readonly Test[]): Test[] {
  return tests.filter(({ state }) => state === 'open');
}

/**
 * A sample is as good as its worst result; without results, or while a test that was asked for is open, nobody knows yet.
 * A test that was given up leaves its question open for good: such a sample never passes.
 */
export function sampleVerdict(results: readonly Resulted[], tests: readonly Asked[] = []): VerdictWord {
  const words = results.map(({ verdict }) => verdict.verdict);
  if (words.includes('fail')) return 'fail';
  if (!words.length || openTests(tests).length) return 'pending';
  const givenUp = tests.some(
    ({ state, analyteKey }) => state === 'rejected' && !results.some((result) => result.analyteKey === analyteKey),
  );
  const worst = byGravity.find((word) => words.includes(word)) ?? 'pending';
  return givenUp && worst === 'pass' ? 'not-comparable' : worst;
}
