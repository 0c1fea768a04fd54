import { documentOf, home } from '../document.ts';
import { type Html, html } from '../html.ts';
import { type Language, named, term } from '../language.ts';
import { texts } from '../texts/page.ts';
import { producerKinds } from '../texts/terms.ts';
import type { Bilingual } from '../trace-view.ts';
import { disclosureTexts, standings } from './texts.ts';

export interface SearchView {
  words: string;
  /** Absent while nothing was asked for. */
  producers?: { name: string; kind: string; county: string; creditCode?: string }[];
  certificates?: {
    number: string;
    schemeName: Bilingual;
    standing: string;
    holder?: string;
    product: string;
    page: string;
  }[];
  more?: boolean;
}

/** Producers and certificates, by words; needs no script. */
export function renderSearchPage(view: SearchView, language: Language): string {
  const { words, producers, certificates, more } = view;
  const other = language === 'zh' ? 'en' : 'zh';
  return documentOf({
    language,
    title: disclosureTexts.search[language],
    otherLanguage: `?${new URLSearchParams({ ...(words && { q: words }), lang: other })}`,
    main: html`<div class="lookup"><h1>${disclosureTexts.search[language]}</h1>${form(words, language)}
      ${more && html`<p>${disclosureTexts.more[language]}</p>`}
      ${producers && list(disclosureTexts.producers, producers.map(producerLine(language)), language)}
      ${certificates && list(disclosureTexts.certificates, certificates.map(certificateLine(language)), language)}</div>`,
    foot: html`<p>${texts.privacy[language]}</p><p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}

function form(words: string, language: Language): Html {
  return html`<form action="/public/search" method="get" role="search">
    <label for="words">${disclosureTexts.label[language]}</label><p class="legend" id="hint">${disclosureTexts.hint[language]}</p>
    <div class="field"><input id="words" name="q" value="${words}" required minlength="2" maxlength="60" autocomplete="off" aria-describedby="hint">
    <button type="submit">${disclosureTexts.submit[language]}</button></div>
    <input type="hidden" name="lang" value="${language}"></form>`;
}

function list(title: Bilingual, lines: Html[], language: Language): Html {
  return html`<section class="section"><h2>${title[language]}</h2>
    ${lines.length > 0 ? html`<ul>${lines}</ul>` : html`<p>${disclosureTexts.nothing[language]}</p>`}</section>`;
}

function producerLine(language: Language) {
  return ({ name, kind, county, creditCode }: NonNullable<SearchView['producers']>[number]): Html =>
    html`<li>${named(name, language)} <span class="kind">${term(producerKinds, kind, language)} · ${named(county, language)}${creditCode && html` · <span class="code">${creditCode}</span>`}</span></li>`;
}

function certificateLine(language: Language) {
  return (certificate: NonNullable<SearchView['certificates']>[number]): Html => {
    const { number, schemeName, standing, holder, product, page } = certificate;
    return html`<li><a class="code" href="${page}?lang=${language}">${number}</a> ${schemeName[language]} · ${named(product, language)}${holder !== undefined && html` · ${named(holder, language)}`} <span class="word">${term(standings, standing, language)}</span></li>`;
  };
}
