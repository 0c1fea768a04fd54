import { day, moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Language, named, say, term } from '../language.ts';
import { evidenceWords, texts } from '../texts/page.ts';
import { planKinds } from '../texts/terms.ts';
import { outcomeTexts, verdictTexts } from '../texts/verdicts.ts';
import type { Test, TraceView, Verdict } from '../trace-view.ts';
import { badge } from './badges.ts';
import { evidenceFor, findings, outcome, shownVerdict, strength } from './evidence.ts';

const grave: readonly Verdict[] = ['recalled', 'held', 'failed'];

export function isGrave(verdict: Verdict): boolean {
  return grave.includes(verdict);
}

/** The answer: badge, one sentence with its reason and date, who says so, how strong that is, and how old the data are. */
export function verdictCard(view: TraceView, language: Language): Html {
  const verdict = shownVerdict(view);
  const text = verdictTexts[verdict];
  const test = evidenceFor(verdict, view.tests);
  const warned = view.alerts.length > 0 && !isGrave(verdict);
  const level = strength(verdict);
  return html`<section class="verdict v-${verdict}${warned && ' warned'}" aria-labelledby="verdict">
    <div class="verdict-head">${badge(verdict)}<h2 id="verdict">${text.badge[language]}</h2></div>
    <p class="sentence">${sentence(verdict, test, language)}${warned && [gap(language), say(outcomeTexts.butAlerts, language)]}</p>
    ${text.advice && html`<p class="advice">${text.advice[language]}</p>`}
    <dl class="basis">
    <div><dt>${texts.source[language]}</dt><dd>${source(verdict, test, language)}</dd></div>
    ${level !== undefined && evidenceRow(level, language)}
    <div><dt>${texts.asOf[language]}</dt><dd>${say(texts.asOfZone, language, { at: moment(view.asOf, language) })}</dd></div>
    </dl>
    </section>`;
}

function sentence(verdict: Verdict, test: Test | undefined, language: Language): Html {
  const text = verdictTexts[verdict];
  if (!test) return say(text.bare, language);
  const count = test.results.length;
  const main = say(text.sentence, language, {
    date: day(test.drawnAt, language),
    count: say(count === 1 ? outcomeTexts.oneItem : outcomeTexts.items, language, { count }),
    outcome: outcome(test, language),
    findings: findings(test, language),
  });
  const remarks = [
    !test.ownBatch && say(outcomeTexts.fromAncestor, language, { code: html`<b class="code">${test.batchCode}</b>` }),
    isGrave(verdict) && !test.verified && say(outcomeTexts.preliminary, language),
  ].filter((remark) => remark !== false);
  return html`${main}${remarks.map((remark) => [gap(language), remark])}`;
}

function source(verdict: Verdict, test: Test | undefined, language: Language): Html {
  const plan = test ? term(planKinds, test.planKind, language) : named(texts.unknown[language], language);
  return say(verdictTexts[verdict].source, language, { plan });
}

function evidenceRow(level: 0 | 1 | 2 | 3, language: Language): Html {
  const steps = [1, 2, 3].map((step) => html`<i class="${step <= level && 'on'}"></i>`);
  const word = evidenceWords[level]?.[language];
  const text = level === 0 ? word : say(texts.evidenceLevel, language, { word, level });
  return html`<div><dt>${texts.evidence[language]}</dt><dd><span class="strength" aria-hidden="true">${steps}</span>${text}</dd></div>`;
}

function gap(language: Language): string {
  return language === 'zh' ? '' : ' ';
}
