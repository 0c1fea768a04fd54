import { type Html, html, trusted } from './html.ts';
import { type Language, languageTags } from './language.ts';
import { style } from './style.ts';
import { texts } from './texts/page.ts';

export interface Frame {
  language: Language;
  title: string;
  /** Where the same page stands in the other language, relative. */
  otherLanguage: string;
  /** The page's own address, where it has one that lasts. */
  address?: string;
  description?: string;
  skipTo?: string;
  /** It has forms that are posted: with `no-referrer` their origin would be `null`, as that of a foreign page. */
  ownForms?: boolean;
  main: Html;
  foot: Html;
}

/** The whole document around a page's content. */
export function documentOf(frame: Frame): string {
  const { language } = frame;
  const other = language === 'zh' ? 'en' : 'zh';
  return `<!DOCTYPE html>\n${html`<html lang="${languageTags[language]}"><head><meta charset="utf-8">
    <title>${frame.title}</title>
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark"><meta name="referrer" content="${frame.ownForms ? 'same-origin' : 'no-referrer'}"><meta name="format-detection" content="telephone=no">
    ${frame.description && html`<meta name="description" content="${frame.description}">`}
    ${frame.address && html`<link rel="canonical" href="${frame.address}">`}<link rel="icon" href="data:,">
    <style>${trusted(style)}</style></head><body>
    ${frame.skipTo && html`<a class="skip" href="#${frame.skipTo}">${texts.skip[language]}</a>`}
    <header class="top"><div class="frame"><a class="mark" href="${home(language)}">${mark}${texts.platform[language]}</a>
    <a class="language" href="${frame.otherLanguage}" hreflang="${languageTags[other]}" lang="${languageTags[other]}">${texts.switchLanguage[language]}</a></div></header>
    <main class="frame">${frame.main}</main>
    <footer class="frame"><div class="foot">${frame.foot}</div></footer>
    </body></html>`}\n`;
}

/** The start page in the language that the reader sees now, whatever the browser would prefer. */
export function home(language: Language): string {
  return `/?lang=${language}`;
}

/** A sprout in a ring. */
const mark = html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="10.500"/><path d="M12 18.500v-7M12 13c0-3-2-5-5.500-5 0 3.500 2 5 5.500 5zM12 11c0-3 2-4.500 5-4.500 0 3-2 4.500-5 4.500z"/></svg>`;
