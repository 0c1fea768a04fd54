import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Language } from '../language.ts';
import { section } from '../sections/section.ts';
import { texts } from '../texts/page.ts';
import type { ConformityOfBatch } from '../trace-view.ts';
import { conformityTexts, formNames, stateSentences } from './texts.ts';

/** What was promised for this batch and for those it was made from; one that holds no more says so. */
export function conformitySection(certificates: readonly ConformityOfBatch[], language: Language): Html | false {
  if (certificates.length === 0) return false;
  return section(
    'conformity',
    conformityTexts.section[language],
    certificates.length,
    html`<ul class="results">${certificates.map((certificate) => item(certificate, language))}</ul>
    <p class="legend">${conformityTexts.legend[language]}</p>`,
  );
}

function item(
  { number, state, form, issuedAt, bases, batchCode, ownBatch }: ConformityOfBatch,
  language: Language,
): Html {
  const words = bases.map((basis) => basis[language]).join(language === 'zh' ? '、' : ', ');
  return html`<li><a href="/c/${encodeURIComponent(number)}"><b class="code">${number}</b></a> ${formNames[form][language]} · ${moment(issuedAt, language)}<br>
    ${conformityTexts.bases[language]} ${words}${state !== 'valid' && html`<br><b>${stateSentences[state][language]}</b>`}
    ${!ownBatch && html`<br><span class="upstream">${texts.fromBatch[language]} <span class="code">${batchCode}</span></span>`}</li>`;
}
