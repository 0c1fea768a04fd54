import { type Html, html } from '../html.ts';
import { type Language, say } from '../language.ts';
import { texts } from '../texts/page.ts';
import { section } from './section.ts';

/** 12316: the national agriculture and rural affairs hotline. */
export const hotline = '12316';

export function reportSection(code: string, language: Language): Html {
  return section(
    'report',
    texts.report[language],
    undefined,
    html`<p>${say(texts.reportText, language, { code: html`<b class="code">${code}</b>` })}</p>
    <p><a class="call" href="/complaints?batch=${encodeURIComponent(code)}&lang=${language}">${texts.reportOnline[language]}</a>
    <a class="call" href="tel:${hotline}">${texts.call[language]}</a></p>
    <p class="legend">${texts.keep[language]}</p>`,
  );
}
