import { documentOf, home } from '../document.ts';
import { html } from '../html.ts';
import type { Language } from '../language.ts';
import { texts } from '../texts/page.ts';
import { conformityTexts } from './texts.ts';

/** For a number under which nothing was issued; `mistyped`: its check character does not fit. */
export function renderUnknownConformityPage(language: Language, mistyped: boolean): string {
  const title = conformityTexts.unknownTitle[language];
  return documentOf({
    language,
    title,
    otherLanguage: language === 'zh' ? '?lang=en' : '?lang=zh',
    main: html`<div class="lookup"><h1>${title}</h1><p>${conformityTexts[mistyped ? 'mistyped' : 'unknown'][language]}</p></div>`,
    foot: html`<p>${texts.privacy[language]}</p><p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}
