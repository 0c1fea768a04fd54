import { codeForm } from './code-form.ts';
import { documentOf, home } from './document.ts';
import { html, type Part } from './html.ts';
import { type Language, say, sayPlainly } from './language.ts';
import { hotline } from './sections/report.ts';
import { actions, causes, lookupTexts } from './texts/lookup.ts';
import { texts } from './texts/page.ts';

/** Codes of this platform have at most 40 characters; more of what somebody typed is not repeated. */
const shownLength = 40;

/** For a code that no batch has: what it may mean, what to do, and the form again. */
export function renderNotFoundPage(code: string, language: Language): string {
  const shown = [...code.trim()]
    .slice(0, shownLength)
    .join('')
    .replace(/\p{Surrogate}/gu, '');
  const sentence: Part = shown
    ? say(lookupTexts.unknownSentence, language, { code: html`<b class="code">${shown}</b>` })
    : lookupTexts.noCode[language];
  const phone = html`<a href="tel:${hotline}">${hotline}</a>`;
  return documentOf({
    language,
    title: sayPlainly(lookupTexts.unknownTitle, language, { platform: texts.platform[language] }),
    otherLanguage: `?code=${encodeURIComponent(shown)}&lang=${language === 'zh' ? 'en' : 'zh'}`,
    main: html`<div class="lookup"><h1>${lookupTexts.unknownHeading[language]}</h1>
      <p>${sentence}</p><p>${lookupTexts.unknownMeaning[language]}</p>
      <h2>${lookupTexts.causes[language]}</h2>
      <ul>${causes.map((cause) => html`<li>${cause[language]}</li>`)}</ul>
      <h2>${lookupTexts.actions[language]}</h2>
      <ul>${actions.map((action) => html`<li>${say(action, language, { phone })}</li>`)}</ul>
      <h2>${lookupTexts.again[language]}</h2>
      ${codeForm(shown, language)}</div>`,
    foot: html`<p>${texts.privacy[language]}</p><p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}
