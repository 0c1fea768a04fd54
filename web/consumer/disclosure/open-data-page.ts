import { documentOf, home } from '../document.ts';
import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Language } from '../language.ts';
import { texts } from '../texts/page.ts';
import type { Bilingual } from '../trace-view.ts';
import { disclosureTexts } from './texts.ts';

export interface OpenDataView {
  title: Bilingual;
  description: Bilingual;
  publisher: Bilingual;
  license: { name: string; url: string };
  catalogue: string;
  datasets: {
    id: string;
    title: Bilingual;
    description: Bilingual;
    columns: { name: string; zh: string; en: string }[];
    downloads: { form: string; href: string }[];
    changedAt?: string;
  }[];
}

/** Which data anybody may take along, under which license, and how new they are. */
export function renderOpenDataPage(view: OpenDataView, language: Language): string {
  return documentOf({
    language,
    title: view.title[language],
    description: view.description[language],
    otherLanguage: language === 'zh' ? '?lang=en' : '?lang=zh',
    main: html`<div class="lookup"><h1>${view.title[language]}</h1><p>${view.description[language]}</p>
      <dl><dt>${disclosureTexts.publisher[language]}</dt><dd>${view.publisher[language]}</dd>
      <dt>${disclosureTexts.license[language]}</dt><dd><a href="${view.license.url}">${view.license.name}</a></dd></dl>
      <p><a href="${view.catalogue}">${disclosureTexts.catalogue[language]}</a></p>
      <p><a href="/public/certificates.atom">${disclosureTexts.feed[language]}</a></p>
      ${view.datasets.map((dataset) => section(dataset, language))}</div>`,
    foot: html`<p>${texts.privacy[language]}</p><p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}

function section(dataset: OpenDataView['datasets'][number], language: Language): Html {
  const { id, title, description, columns, downloads, changedAt } = dataset;
  return html`<section class="section"><h2><a href="/public/open-data/${id}?lang=${language}">${title[language]}</a></h2><p>${description[language]}</p>
    <p class="meta">${disclosureTexts.changed[language]} ${changedAt ? moment(changedAt, language) : disclosureTexts.noRecords[language]}</p>
    <p>${downloads.map(({ form, href }) => html`<a href="${href}">${form}</a> `)}</p>
    <details><summary>${disclosureTexts.columns[language]}</summary>
    <dl>${columns.map((column) => html`<dt class="code">${column.name}</dt><dd>${column[language]}</dd>`)}</dl></details></section>`;
}
