import { day } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Language, named, say, term } from '../language.ts';
import { section } from '../sections/section.ts';
import { testWords, texts } from '../texts/page.ts';
import { planKinds } from '../texts/terms.ts';
import type { Test } from '../trace-view.ts';
import { analyteNames } from './analyte.ts';
import { byGravity, resultItem } from './result.ts';
import { comparison } from './value.ts';

/** Every test with each of its results; failed ones first, none behind a tab. */
export function testsSection(tests: readonly Test[], language: Language): Html {
  const sorted = tests.toSorted((a, b) => Number(b.verdict === 'fail') - Number(a.verdict === 'fail'));
  const barred = tests.some((test) => test.results.some((result) => comparison(result)));
  const count = tests.length > 0 && say(texts.testsCount, language, { count: tests.length });
  return section(
    'tests',
    texts.tests[language],
    count,
    html`${tests.length === 0 && html`<p class="none">${texts.noTests[language]}</p>`}
    ${barred && html`<p class="legend">${texts.barLegend[language]}</p>`}
    ${sorted.map((test) => testArticle(test, language))}
    <p class="legend">${texts.limits[language]}</p>`,
  );
}

function testArticle(test: Test, language: Language): Html {
  const tone = test.verdict === 'pass' && !test.verified ? 'first' : test.verdict;
  const { results: _results, ownBatch: _ownBatch, ...report } = test;
  return html`<article class="test plan-${test.planKind}" data-report="${JSON.stringify(report)}">
    <header><h3>${term(planKinds, test.planKind, language)}</h3> <span class="word r-${tone}">${verdictWord(test, language)}</span></header>
    <p class="meta"><span>${texts.sample[language]} <span class="code">${test.sampleNumber}</span></span> <span>${say(texts.drawn, language, { at: day(test.drawnAt, language) })}</span>
    ${!test.ownBatch && html` <span class="upstream">${texts.fromBatch[language]} <span class="code">${test.batchCode}</span></span>`} <span class="${test.verified ? 'checked' : 'unchecked'}">${(test.verified ? texts.verified : texts.preliminary)[language]}</span></p>
    ${results(test, language)}
    </article>`;
}

function verdictWord(test: Test, language: Language): Html {
  const word = testWords[test.verdict][language];
  return test.verified || test.verdict === 'pending' ? html`${word}` : say(texts.firstResult, language, { word });
}

function results(test: Test, language: Language): Html {
  if (test.results.length === 0) return html`<p class="none">${texts.noResults[language]}</p>`;
  const passed = test.results.filter(({ verdict }) => verdict === 'pass');
  return html`<ul class="results">${test.results.toSorted(byGravity).map((result) => resultItem(result, test.verified, language))}</ul>
    ${
      passed.length > 0 &&
      html`<details><summary>${say(texts.reasons, language, { count: passed.length })}</summary>
      <ul class="reasons">${passed.map((result) => html`<li><b>${analyteNames(result, language)}</b> ${named(result.explanation[language], language)}</li>`)}</ul></details>`
    }`;
}
