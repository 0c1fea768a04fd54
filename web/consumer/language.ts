import { type Html, html, type Part } from './html.ts';
import type { Bilingual } from './trace-view.ts';

export type Language = 'zh' | 'en';

export const languageTags: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

const placeholder = /\{(\w+)\}/;

/** A fixed text in the reader's language, its `{names}` replaced. */
export function say(text: Bilingual, language: Language, values: Record<string, Part> = {}): Html {
  const pieces = text[language].split(placeholder);
  return html`${pieces.map((piece, index): Part => (index % 2 === 0 ? piece : values[piece]))}`;
}

/** The same as plain text, for titles and attributes. */
export function sayPlainly(text: Bilingual, language: Language, values: Record<string, string | number> = {}): string {
  const pieces = text[language].split(placeholder);
  return pieces.map((piece, index) => (index % 2 === 0 ? piece : String(values[piece] ?? ''))).join('');
}

/** A name from the data, marked with its language where that is not the page's, so that it is read aloud rightly. */
export function named(text: string, language: Language): Html {
  const chinese = /\p{Script=Han}/u.test(text);
  if (language === 'en' && chinese) return html`<span lang="zh-CN">${text}</span>`;
  if (language === 'zh' && !chinese && /[A-Za-z]{3}/.test(text)) return html`<span lang="en">${text}</span>`;
  return html`${text}`;
}

/** The wording of a known term; a term this page does not know is shown as it came. */
export function term(terms: Record<string, Bilingual>, key: string, language: Language): Html {
  const known = Object.hasOwn(terms, key) ? terms[key] : undefined;
  return known ? html`${known[language]}` : named(key, language);
}

export function termPlainly(terms: Record<string, Bilingual>, key: string, language: Language): string {
  return (Object.hasOwn(terms, key) ? terms[key]?.[language] : undefined) ?? key;
}
