import { documentOf, home } from '../document.ts';
import { amount, moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Language, named, say, sayPlainly, term } from '../language.ts';
import { texts } from '../texts/page.ts';
import { producerKinds } from '../texts/terms.ts';
import type { Bilingual } from '../trace-view.ts';
import { batchSentences, conformityTexts, formNames, stateSentences } from './texts.ts';

/** The electronic form of a conformity certificate, and how it and its batch stand now. */
export interface ConformityPageView {
  number: string;
  url: string;
  state: 'valid' | 'void' | 'withdrawn';
  batchCode: string;
  batchStatus: 'normal' | 'held' | 'recalled';
  form: 'producer' | 'purchaser';
  clause: string;
  promises: Bilingual[];
  bases: { text: Bilingual; ticked: boolean }[];
  product: { name: string; nameEn?: string };
  quantity: { value: number; unit: string };
  origin: string;
  producerName: string;
  producerKind: string;
  issuedAt: string;
  endedAt?: string;
  received: string[];
}

/** The page that the QR code of a conformity certificate opens. */
export function renderConformityPage(view: ConformityPageView, language: Language): string {
  const { number } = view;
  const holds = view.state === 'valid' && view.batchStatus === 'normal';
  return documentOf({
    language,
    title: sayPlainly(conformityTexts.title, language, { number }),
    otherLanguage: language === 'zh' ? '?lang=en' : '?lang=zh',
    main: html`<div class="lookup"><h1>${say(conformityTexts.title, language, { number })}</h1>
      <p class="state-${holds ? 'valid' : 'invalid'}"><b>${standing(view)[language]}</b></p>
      ${view.endedAt && html`<p>${conformityTexts.ended[language]} ${moment(view.endedAt, language)}</p>`}
      ${contents(view, language)}</div>`,
    foot: html`<p>${texts.privacy[language]}</p><p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}

/** A batch that is held weighs more than what was promised for it. */
function standing({ state, batchStatus }: ConformityPageView): Bilingual {
  return state === 'valid' && batchStatus !== 'normal' ? batchSentences[batchStatus] : stateSentences[state];
}

function contents(view: ConformityPageView, language: Language): Html {
  const { product, producerName, producerKind } = view;
  const productName = language === 'en' && product.nameEn ? product.nameEn : product.name;
  return html`<h2>${conformityTexts.promises[language]}</h2>
    <ul>${view.promises.map((promise) => html`<li>${promise[language]}</li>`)}</ul>
    <h2>${conformityTexts.bases[language]}</h2>
    <ul>${view.bases.map(({ text, ticked }) => html`<li>${ticked ? '☑' : '☐'} ${text[language]}</li>`)}</ul>
    <dl>
    <dt>${conformityTexts.product[language]}</dt><dd>${named(productName, language)}</dd>
    <dt>${conformityTexts.quantity[language]}</dt><dd>${amount(view.quantity, language)}</dd>
    <dt>${conformityTexts.origin[language]}</dt><dd>${named(view.origin, language)}</dd>
    <dt>${conformityTexts.issued[language]}</dt><dd>${moment(view.issuedAt, language)}</dd>
    <dt>${conformityTexts.party[language]}</dt><dd>${named(producerName, language)} ${term(producerKinds, producerKind, language)}</dd>
    <dt>${conformityTexts.batch[language]}</dt><dd><a href="/q/${encodeURIComponent(view.batchCode)}">${view.batchCode}</a></dd>
    <dt>${conformityTexts.form[language]}</dt><dd>${formNames[view.form][language]}</dd>
    <dt>${conformityTexts.clause[language]}</dt><dd>${named(view.clause, language)}</dd></dl>
    ${
      view.received.length > 0 &&
      html`<h2>${conformityTexts.received[language]}</h2><ul>${view.received.map(
        (number) => html`<li><a href="/c/${encodeURIComponent(number)}">${number}</a></li>`,
      )}</ul>`
    }
    <p>${conformityTexts.compare[language]}</p>`;
}
