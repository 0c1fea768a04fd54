import { documentOf, home } from '../document.ts';
import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Language, named } from '../language.ts';
import { texts } from '../texts/page.ts';
import type { Bilingual } from '../trace-view.ts';
import { disclosureTexts } from './texts.ts';

export interface DatasetView {
  id: string;
  title: Bilingual;
  description: Bilingual;
  columns: { name: string; zh: string; en: string }[];
  downloads: { form: string; href: string }[];
  changedAt?: string;
  rows: Record<string, string>[];
  nextCursor: string | null;
  /** Which page of it this is; absent: the first. */
  cursor?: string;
}

/** What a dataset holds, to be read row by row and taken along. What a row leaves empty is left out. */
export function renderDatasetPage(view: DatasetView, language: Language): string {
  const { id, title, description, downloads, changedAt, rows, nextCursor, cursor } = view;
  const at = (more: Record<string, string>) => `/public/open-data/${id}?${new URLSearchParams(more)}`;
  const other = language === 'zh' ? 'en' : 'zh';
  return documentOf({
    language,
    title: title[language],
    description: description[language],
    otherLanguage: at({ ...(cursor !== undefined && { cursor }), lang: other }),
    main: html`<div class="lookup"><p><a href="/public/open-data?lang=${language}">${disclosureTexts.openData[language]}</a></p>
      <h1>${title[language]}</h1><p>${description[language]}</p>
      <p class="meta">${disclosureTexts.changed[language]} ${changedAt ? moment(changedAt, language) : disclosureTexts.noRecords[language]}</p>
      <p>${disclosureTexts.whole[language]} ${downloads.map(({ form, href }) => html`<a href="${href}">${form}</a> `)}</p>
      ${rows.map((row) => entry(row, view.columns, language))}
      ${nextCursor !== null && html`<p><a href="${at({ cursor: nextCursor, lang: language })}">${disclosureTexts.next[language]}</a></p>`}</div>`,
    foot: html`<p>${texts.privacy[language]}</p><p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}

function entry(row: Record<string, string>, columns: DatasetView['columns'], language: Language): Html {
  const filled = columns.flatMap((column) => {
    const value = row[column.name] ?? '';
    return value === '' ? [] : [{ title: column[language], value }];
  });
  return html`<section class="section"><dl>${filled.map(
    ({ title, value }) => html`<dt>${title}</dt><dd>${named(value, language)}</dd>`,
  )}</dl></section>`;
}
