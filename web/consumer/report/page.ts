import { documentOf, home } from '../document.ts';
import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Language, named, say, sayPlainly, term } from '../language.ts';
import { analyteNames } from '../tests/analyte.ts';
import { testWords, texts } from '../texts/page.ts';
import { planKinds } from '../texts/terms.ts';
import type { Bilingual, Test } from '../trace-view.ts';
import { reportTexts, stateSentences } from './texts.ts';

/** What the page of a test report shows. Without the paper's check code only whether it holds. */
export interface ReportView {
  number: string;
  state: 'valid' | 'invalid' | 'superseded';
  issuedAt: string;
  endedAt?: string;
  full?: {
    laboratory: string;
    address?: string;
    accreditation?: string;
    product: string;
    batchCode: string;
    sampleNumber: string;
    planKind: string;
    drawnAt: string;
    receivedAt?: string;
    testedFrom?: string;
    testedByEntry?: boolean;
    testedTo?: string;
    verdict: Test['verdict'];
    results: {
      analyte: string;
      analyteEn?: string;
      value: string;
      unit: string;
      method?: string;
      lod?: string;
      loq?: string;
      uncertainty?: string;
      limit?: string;
      verdict: Test['verdict'];
      explanation: Bilingual;
    }[];
    notTested: { analyte: string; reason: string }[];
    deviations: Bilingual[];
    replaces?: string;
    replacedBy?: string;
    reason?: string;
    pdf: string;
  };
}

/** The page that a test report's QR code opens: is it genuine, does it hold, and does the paper say the same? */
export function renderReportPage(report: ReportView, language: Language): string {
  const { number, state, issuedAt, endedAt, full } = report;
  return documentOf({
    language,
    title: sayPlainly(reportTexts.title, language, { number }),
    otherLanguage: language === 'zh' ? '?lang=en' : '?lang=zh',
    main: html`<div class="lookup"><h1>${say(reportTexts.title, language, { number })}</h1>
      <p class="state-${state}"><b>${stateSentences[state][language]}</b></p>
      <p>${reportTexts.issued[language]} ${moment(issuedAt, language)}${endedAt && html` · ${reportTexts.ended[language]} ${moment(endedAt, language)}`}</p>
      ${full ? contents(full, state === 'valid', language) : html`<p>${reportTexts.needsCode[language]}</p>`}</div>`,
    foot: html`<p>${texts.privacy[language]}</p><p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}

/** A report that holds no more is no green answer, whatever it once said. */
function contents(full: NonNullable<ReportView['full']>, holds: boolean, language: Language): Html {
  const fact = (name: Bilingual, value: string | undefined) =>
    value !== undefined && html`<dt>${name[language]}</dt><dd>${named(value, language)}</dd>`;
  const time = (name: Bilingual, at: string | undefined) =>
    at !== undefined && html`<dt>${name[language]}</dt><dd>${moment(at, language)}</dd>`;
  return html`<dl>
    ${fact(reportTexts.laboratory, full.laboratory)}
    ${fact(reportTexts.address, full.address)}
    ${fact(reportTexts.accreditation, full.accreditation)}
    ${fact(reportTexts.product, full.product)}
    <dt>${reportTexts.batch[language]}</dt><dd><a href="/q/${encodeURIComponent(full.batchCode)}">${full.batchCode}</a></dd>
    ${fact(reportTexts.sample, full.sampleNumber)}
    <dt>${reportTexts.plan[language]}</dt><dd>${term(planKinds, full.planKind, language)}</dd>
    <dt>${reportTexts.drawn[language]}</dt><dd>${moment(full.drawnAt, language)}</dd>
    ${time(reportTexts.received, full.receivedAt)}
    ${time(reportTexts.testedFrom, full.testedFrom)}
    ${time(reportTexts.testedTo, full.testedTo)}
    ${full.testedByEntry && html`<dd>${reportTexts.testedByEntry[language]}</dd>`}
    <dt>${reportTexts.verdict[language]}</dt><dd><span class="word r-${holds ? full.verdict : 'first'}">${testWords[full.verdict][language]}</span></dd>
    ${fact(reportTexts.replaces, full.replaces)}
    ${fact(reportTexts.replacedBy, full.replacedBy)}
    ${fact(reportTexts.reason, full.reason)}</dl>
    <h2>${reportTexts.results[language]}</h2>
    <ul class="results">${full.results.map(
      (result) =>
        html`<li><b>${analyteNames(result, language)}</b> ${result.value}${result.uncertainty && html` ± ${result.uncertainty}`} ${result.unit}${result.limit && html` · ${reportTexts.limit[language]} ${result.limit}`} · ${testWords[result.verdict][language]}<br>${howMeasured(result, language)}<br>${named(result.explanation[language], language)}</li>`,
    )}</ul>
    ${
      full.deviations.length > 0 &&
      html`<h2>${reportTexts.deviations[language]}</h2><ul>${full.deviations.map((text) => html`<li>${text[language]}</li>`)}</ul>`
    }
    ${
      full.notTested.length > 0 &&
      html`<h2>${reportTexts.notTested[language]}</h2><ul>${full.notTested.map(({ analyte, reason }) => html`<li>${analyte}: ${reason}</li>`)}</ul>`
    }
    <p>${reportTexts.itemsOnly[language]}${full.results.some(({ uncertainty }) => uncertainty) && html` ${reportTexts.uncertainty[language]}`}</p>
    <p><a href="${full.pdf}">${reportTexts.paper[language]}</a></p>
    <p>${reportTexts.compare[language]}</p>`;
}

function howMeasured(
  { method, lod, loq }: NonNullable<ReportView['full']>['results'][number],
  language: Language,
): Html {
  const stated = [method ?? reportTexts.methodUnknown[language], lod && `LOD ${lod}`, loq && `LOQ ${loq}`];
  return html`${reportTexts.method[language]} ${stated.filter(Boolean).join(' · ')}`;
}
