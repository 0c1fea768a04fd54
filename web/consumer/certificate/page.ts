import { documentOf, home } from '../document.ts';
import { day, moment } from '../format.ts';
import { html } from '../html.ts';
import { type Language, named, say, sayPlainly, term } from '../language.ts';
import { texts } from '../texts/page.ts';
import { producerKinds } from '../texts/terms.ts';
import type { Bilingual } from '../trace-view.ts';
import { certificateTexts, standingSentences } from './texts.ts';

/** What anybody may know of a certificate. */
export interface CertificatePageView {
  number: string;
  url: string;
  scheme: Bilingual;
  standing: 'valid' | 'not-yet' | 'suspended' | 'withdrawn' | 'expired';
  /** Since when it is suspended or withdrawn. */
  since?: string;
  producerName: string;
  producerKind: string;
  productName: string;
  level?: string;
  issuer?: string;
  externalNumber?: string;
  /** YYYY-MM-DD in China, first and last day; without a last one it never expires. */
  validFrom: string;
  validTo?: string;
}

/** The page that a certificate's QR code opens: does it hold today? */
export function renderCertificatePage(view: CertificatePageView, language: Language): string {
  const names = { scheme: view.scheme[language], number: view.number };
  const fact = (name: Bilingual, value: string | undefined) =>
    value !== undefined && html`<dt>${name[language]}</dt><dd>${named(value, language)}</dd>`;
  return documentOf({
    language,
    title: sayPlainly(certificateTexts.title, language, names),
    otherLanguage: language === 'zh' ? '?lang=en' : '?lang=zh',
    main: html`<div class="lookup"><h1>${say(certificateTexts.title, language, names)}</h1>
      <p class="state-${view.standing === 'valid' ? 'valid' : 'invalid'}"><b>${standingSentences[view.standing][language]}</b></p>
      ${view.since && html`<p>${certificateTexts.since[language]} ${moment(view.since, language)}</p>`}
      <dl>
      <dt>${certificateTexts.holder[language]}</dt><dd>${named(view.producerName, language)} ${term(producerKinds, view.producerKind, language)}</dd>
      ${fact(certificateTexts.product, view.productName)}
      ${fact(certificateTexts.level, view.level)}
      ${fact(certificateTexts.issuer, view.issuer)}
      ${fact(certificateTexts.externalNumber, view.externalNumber)}
      <dt>${certificateTexts.validFrom[language]}</dt><dd>${day(view.validFrom, language)}</dd>
      <dt>${certificateTexts.validTo[language]}</dt><dd>${view.validTo ? day(view.validTo, language) : certificateTexts.noEnd[language]}</dd></dl>
      <p>${certificateTexts.compare[language]}</p></div>`,
    foot: html`<p>${texts.privacy[language]}</p><p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}
