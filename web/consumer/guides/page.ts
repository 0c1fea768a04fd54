import { documentOf, home } from '../document.ts';
import { type Html, html } from '../html.ts';
import type { Language } from '../language.ts';
import { texts } from '../texts/page.ts';
import type { Bilingual } from '../trace-view.ts';
import { guideTexts } from './texts.ts';

interface Basis {
  text: string;
  /** Read in the provision itself. */
  read: boolean;
}

export interface ServiceGuide {
  name: Bilingual;
  authority: Bilingual;
  /** Absent: it is applied for here. */
  elsewhere?: Bilingual;
  documents: { name: Bilingual; for: readonly ('new' | 'renewal')[] }[];
  terms: { title: Bilingual; term: Bilingual; basis: Basis }[];
  validity: Bilingual;
  renewal?: Bilingual;
  basis: Basis[];
}

/** 办事指南: what can be applied for, with which documents, and how long it takes. */
export function renderGuidesPage(guides: readonly ServiceGuide[], language: Language): string {
  return documentOf({
    language,
    title: guideTexts.title[language],
    description: guideTexts.about[language],
    otherLanguage: language === 'zh' ? '?lang=en' : '?lang=zh',
    main: html`<div class="lookup"><h1>${guideTexts.title[language]}</h1><p>${guideTexts.about[language]}</p>
      ${guides.map((guide) => section(guide, language))}</div>`,
    foot: html`<p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}

function section(guide: ServiceGuide, language: Language): Html {
  const { name, authority, elsewhere, documents, terms, validity, renewal, basis } = guide;
  const fact = (title: Bilingual, value: Html | string) => html`<dt><b>${title[language]}</b></dt><dd>${value}</dd>`;
  return html`<section class="section"><h2>${name[language]}</h2><dl>
    ${fact(guideTexts.authority, authority[language])}
    ${fact(guideTexts.application, (elsewhere ?? guideTexts.here)[language])}
    ${documents.length > 0 && fact(guideTexts.documents, list(documents.map((each) => demanded(each, language))))}
    ${!elsewhere && fact(guideTexts.terms, terms.length > 0 ? list(terms.map((each) => termOf(each, language))) : guideTexts.noTerm[language])}
    ${fact(guideTexts.validity, validity[language])}
    ${renewal && fact(guideTexts.renewal, renewal[language])}
    ${fact(guideTexts.fee, guideTexts.free[language])}
    ${fact(guideTexts.basis, list(basis.map((each) => html`${basisOf(each, language)}`)))}</dl></section>`;
}

function list(items: readonly Html[]): Html {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function demanded({ name, for: kinds }: ServiceGuide['documents'][number], language: Language): Html {
  const words = kinds.map((kind) => (kind === 'new' ? guideTexts.forNew : guideTexts.forRenewal)[language]);
  return html`${name[language]} <span class="meta">${words.join(' · ')}</span>`;
}

function termOf({ title, term, basis }: ServiceGuide['terms'][number], language: Language): Html {
  return html`${title[language]}: ${term[language]} <span class="meta">${basisOf(basis, language)}</span>`;
}

function basisOf({ text, read }: Basis, language: Language): string {
  return read ? text : `${text}${guideTexts.unread[language]}`;
}
