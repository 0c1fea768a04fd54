import { documentOf, home } from '../document.ts';
import { html } from '../html.ts';
import type { Language } from '../language.ts';
import { texts } from '../texts/page.ts';
import type { Bilingual } from '../trace-view.ts';

/** For a number under which nothing was issued, whatever kind of certificate it names. */
export function renderUnknownNumberPage(language: Language, title: Bilingual, sentence: Bilingual): string {
  return documentOf({
    language,
    title: title[language],
    otherLanguage: language === 'zh' ? '?lang=en' : '?lang=zh',
    main: html`<div class="lookup"><h1>${title[language]}</h1><p>${sentence[language]}</p></div>`,
    foot: html`<p>${texts.privacy[language]}</p><p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}
