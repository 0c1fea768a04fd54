import type { verdicts } from '../schema.ts';

export type VerdictWord = (typeof verdicts)[number];

/** The worst first. */
const byGravity: readonly VerdictWord[] = ['fail', 'not-comparable', 'no-limit', 'pass'];

/** A sample is as good as its worst result; without results nobody knows yet. */
export function sampleVerdict(results: readonly { verdict: { verdict: VerdictWord } }[]): VerdictWord {
  const words = results.map(({ verdict }) => verdict.verdict);
  return byGravity.find((word) => words.includes(word)) ?? 'pending';
}
