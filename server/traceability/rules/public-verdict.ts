import type { Test, TraceView } from '../../../web/consumer/trace-view.ts';

type Evidence = Pick<TraceView, 'status'> & { tests: Pick<Test, 'planKind' | 'verdict' | 'verified' | 'ownBatch'>[] };

/**
 * The one sentence at the top of the consumer's page, by the strongest fact known.
 * Only a verified test counts as proof, an official one before a commissioned one before the producer's own;
 * a failed one counts at once. Risk monitoring is statistics and proves nothing for a batch (监测办法 art. 3).
 */
export function publicVerdict({ status, tests }: Evidence): TraceView['verdict'] {
  if (status === 'recalled') return 'recalled';
  if (status === 'held') return 'held';
  if (tests.some(({ verdict }) => verdict === 'fail')) return 'failed';
  const passed = tests.filter(({ verdict, verified }) => verified && verdict === 'pass');
  if (passed.some(({ planKind }) => planKind === 'supervised-check' || planKind === 'routine-monitoring'))
    return 'passed-official';
  if (passed.some(({ planKind }) => planKind === 'commissioned')) return 'passed-commissioned';
  if (passed.some(({ planKind }) => planKind === 'self-check')) return 'passed-self';
  if (tests.some(({ verified }) => !verified)) return 'test-pending';
  return tests.length ? 'tested-no-limit' : 'not-tested';
}
