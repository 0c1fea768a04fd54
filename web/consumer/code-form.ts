import { type Html, html } from './html.ts';
import type { Language } from './language.ts';
import { lookupTexts } from './texts/lookup.ts';

/** Asks for a batch code and goes to /q?code=…; needs no script. */
export function codeForm(code: string, language: Language): Html {
  return html`<form action="/q" method="get" role="search">
    <label for="code">${lookupTexts.label[language]}</label>
    <p class="legend" id="hint">${lookupTexts.hint[language]}</p>
    <div class="field"><input id="code" name="code" value="${code}" required maxlength="40" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" aria-describedby="hint">
    <button type="submit">${lookupTexts.submit[language]}</button></div>
    <input type="hidden" name="lang" value="${language}">
    </form>`;
}
