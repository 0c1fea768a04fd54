import { day } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Language } from '../language.ts';
import { section } from '../sections/section.ts';
import { texts } from '../texts/page.ts';
import type { CertificateOfBatch } from '../trace-view.ts';
import { certificateTexts, standingSentences } from './texts.ts';

/** Green food and other certificates under which the batch, or what it was made from, was produced; each as it stands today. */
export function certificatesSection(certificates: readonly CertificateOfBatch[], language: Language): Html | false {
  if (certificates.length === 0) return false;
  return section(
    'certificates',
    certificateTexts.section[language],
    certificates.length,
    html`<ul class="results">${certificates.map((certificate) => item(certificate, language))}</ul>
    <p class="legend">${certificateTexts.legend[language]}</p>`,
  );
}

function item(
  { number, scheme, standing, validTo, batchCode, ownBatch }: CertificateOfBatch,
  language: Language,
): Html {
  const until = validTo ? day(validTo, language) : certificateTexts.noEnd[language];
  return html`<li><a href="/certificates/${encodeURIComponent(number)}"><b>${scheme[language]}</b> <span class="code">${number}</span></a><br>
    ${standing === 'valid' ? html`${certificateTexts.validTo[language]} ${until}` : html`<b>${standingSentences[standing][language]}</b>`}
    ${!ownBatch && html`<br><span class="upstream">${texts.fromBatch[language]} <span class="code">${batchCode}</span></span>`}</li>`;
}
