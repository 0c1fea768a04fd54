import { type Html, html } from '../html.ts';
import { type Language, named, say } from '../language.ts';
import { texts } from '../texts/page.ts';
import type { Bilingual } from '../trace-view.ts';
import { section } from './section.ts';

/** What a reader would expect and is not there. */
export function missingSection(missing: readonly Bilingual[], language: Language): Html {
  const count = missing.length > 0 && say(texts.missingCount, language, { count: missing.length });
  const content =
    missing.length > 0
      ? html`<ul class="missing">${missing.map((sentence) => html`<li>${named(sentence[language], language)}</li>`)}</ul>`
      : html`<p class="none">${texts.nothingMissing[language]}</p>`;
  return section('missing', texts.missing[language], count, content);
}
