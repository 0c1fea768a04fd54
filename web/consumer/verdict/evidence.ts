import { type Html, html } from '../html.ts';
import { type Language, say } from '../language.ts';
import { analyteName } from '../tests/analyte.ts';
import { limitText, valueText } from '../tests/value.ts';
import { outcomeTexts } from '../texts/verdicts.ts';
import type { Test, TraceView, Verdict } from '../trace-view.ts';

const officialPlans: readonly Test['planKind'][] = ['routine-monitoring', 'supervised-check', 'risk-monitoring'];

/** The test that a verdict rests on: of those that can carry it the latest, one of this very batch before an ancestor's. */
export function evidenceFor(verdict: Verdict, tests: readonly Test[]): Test | undefined {
  const carries = carriers[verdict];
  return tests
    .filter(carries)
    .toSorted((a, b) => Number(b.ownBatch) - Number(a.ownBatch) || b.drawnAt.localeCompare(a.drawnAt))[0];
}

const failing = (test: Test): boolean =>
  test.verdict === 'fail' || test.results.some(({ verdict }) => verdict === 'fail');
const passing = (test: Test): boolean => test.verified && test.verdict === 'pass' && !failing(test);

const carriers: Record<Verdict, (test: Test) => boolean> = {
  recalled: failing,
  held: failing,
  failed: failing,
  'passed-official': (test) => passing(test) && officialPlans.includes(test.planKind),
  'passed-commissioned': (test) => passing(test) && test.planKind === 'commissioned',
  'passed-self': (test) => passing(test) && test.planKind === 'self-check',
  'tested-no-limit': (test) => test.verified && (test.verdict === 'no-limit' || test.verdict === 'not-comparable'),
  'test-pending': (test) => !test.verified || test.verdict === 'pending',
  'not-tested': () => false,
};

/**
 * The verdict to show. A page that says `passed` above a hold, a recall or a failed test would be believed over them,
 * so the worse of what the server concluded and what its own data say is shown.
 */
export function shownVerdict(view: TraceView): Verdict {
  if (view.status === 'recalled' || view.verdict === 'recalled') return 'recalled';
  if (view.status === 'held' || view.verdict === 'held') return 'held';
  return view.tests.some((test) => test.verified && failing(test)) ? 'failed' : view.verdict;
}

/** 0 none, 1 own check, 2 commissioned, 3 official; absent where strength is not the question. */
export function strength(verdict: Verdict): 0 | 1 | 2 | 3 | undefined {
  if (verdict === 'passed-official') return 3;
  if (verdict === 'passed-commissioned') return 2;
  if (verdict === 'passed-self') return 1;
  return verdict === 'not-tested' ? 0 : undefined;
}

/** "all within the national limits", or how many have no limit to be held against. */
export function outcome(test: Test, language: Language): Html {
  const within = test.results.filter(({ verdict }) => verdict === 'pass').length;
  const other = test.results.length - within;
  if (within === 0) return say(outcomeTexts.noneComparable, language);
  if (other === 0) return say(outcomeTexts.allWithin, language);
  return say(outcomeTexts.someWithin, language, { within, other });
}

/** What was found above its limit: two by name, the rest by number. */
export function findings(test: Test, language: Language): Html {
  const failed = test.results.filter(({ verdict }) => verdict === 'fail');
  const separator = language === 'zh' ? '；' : '; ';
  const parts = failed.slice(0, 2).map((result) => {
    const values = {
      analyte: analyteName(result, language),
      value: valueText(result, language),
      limit: limitText(result),
    };
    return say(result.limit === undefined ? outcomeTexts.found : outcomeTexts.above, language, values);
  });
  if (failed.length > 2) parts.push(say(outcomeTexts.more, language, { count: failed.length }));
  if (parts.length === 0) return say(outcomeTexts.seeTests, language);
  return html`${parts.map((part, index) => [index > 0 && separator, part])}${language === 'zh' ? '。' : '.'}`;
}
