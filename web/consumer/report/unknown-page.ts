import { documentOf, home } from '../document.ts';
import { html } from '../html.ts';
import type { Language } from '../language.ts';
import { texts } from '../texts/page.ts';
import { reportTexts } from './texts.ts';

/** For a number under which no report was issued. */
export function renderUnknownReportPage(language: Language): string {
  return documentOf({
    language,
    title: reportTexts.unknownTitle[language],
    otherLanguage: language === 'zh' ? '?lang=en' : '?lang=zh',
    main: html`<div class="lookup"><h1>${reportTexts.unknownTitle[language]}</h1><p>${reportTexts.unknown[language]}</p></div>`,
    foot: html`<p>${texts.privacy[language]}</p><p class="other"><a href="${home(language)}">${texts.otherBatch[language]}</a></p>`,
  });
}
