import { codeForm } from './code-form.ts';
import { disclosureTexts } from './disclosure/texts.ts';
import { documentOf } from './document.ts';
import { guideTexts } from './guides/texts.ts';
import { html } from './html.ts';
import { type Language, sayPlainly } from './language.ts';
import { hotline } from './sections/report.ts';
import { lookupTexts } from './texts/lookup.ts';
import { texts } from './texts/page.ts';

/** The platform's public start page. */
export function renderLookupPage(language: Language): string {
  return documentOf({
    language,
    title: sayPlainly(lookupTexts.title, language, { platform: texts.platform[language] }),
    description: lookupTexts.purpose[language],
    otherLanguage: language === 'zh' ? '?lang=en' : '?lang=zh',
    main: html`<div class="lookup"><h1>${lookupTexts.heading[language]}</h1>
      <p>${lookupTexts.purpose[language]}</p>
      ${codeForm('', language)}
      <p class="legend">${lookupTexts.scan[language]}</p>
      <p><a href="/public/search?lang=${language}">${disclosureTexts.search[language]}</a> · <a href="/public/open-data?lang=${language}">${disclosureTexts.openData[language]}</a> ·
      <a href="/public/services?lang=${language}">${guideTexts.title[language]}</a></p></div>`,
    foot: html`<p>${lookupTexts.hotline[language]}<a href="tel:${hotline}">${hotline}</a></p>
      <p><a href="/console/">${lookupTexts.staff[language]}</a></p>
      <p>${texts.privacy[language]}</p>`,
  });
}
