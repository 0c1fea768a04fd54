import { documentOf, home } from '../document.ts';
import { type Html, html } from '../html.ts';
import { type Language, say, sayPlainly } from '../language.ts';
import { texts } from '../texts/page.ts';
import { logTexts } from './texts.ts';

/** What everybody may know of the audit log, and may keep. */
export interface LogView {
  /** Absent until something was signed. */
  signed?: { note: string; origin: string; size: number; root: string } | undefined;
  /** Verifier keys (C2SP signed-note), the one in use first. */
  keys: readonly string[];
}

/** The public page of the audit log: its newest checkpoint, its keys, and how to hold the platform to them. */
export function renderLogPage({ signed, keys }: LogView, language: Language): string {
  return documentOf({
    language,
    title: sayPlainly(logTexts.title, language, { platform: texts.platform[language] }),
    otherLanguage: language === 'zh' ? '?lang=en' : '?lang=zh',
    main: html`<div class="lookup log"><h1>${logTexts.heading[language]}</h1>
      <p>${logTexts.what[language]}</p>
      ${signed ? checkpoint(signed, language) : html`<p class="none">${logTexts.none[language]}</p>`}
      <h2>${logTexts.keys[language]}</h2>
      <p>${logTexts.keysText[language]}</p>
      ${keys.map((key) => html`<pre>${key}</pre>`)}
      <h2>${logTexts.how[language]}</h2>
      <ol>${logTexts.steps.map((step) => html`<li>${say(step, language)}</li>`)}</ol>
      <pre>${recipe}</pre>
      <p>${logTexts.limits[language]}</p></div>`,
    foot: html`<p>${logTexts.nothingPersonal[language]}</p><p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}

function checkpoint(signed: NonNullable<LogView['signed']>, language: Language): Html {
  return html`<h2>${logTexts.newest[language]}</h2>
    <p>${say(logTexts.size, language, { size: html`<b class="code">${signed.size}</b>`, origin: html`<span class="code">${signed.origin}</span>` })}</p>
    <p>${logTexts.root[language]} <span class="code">${signed.root}</span></p>
    <pre>${signed.note}</pre>
    <p>${logTexts.keep[language]}</p>`;
}

const recipe = `curl -O …/api/v1/audit-log/checkpoint
curl …/api/v1/audit-log/key
curl "…/api/v1/audit-log/consistency?first=SIZE1&second=SIZE2"`;
