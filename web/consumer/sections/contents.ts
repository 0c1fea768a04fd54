import { type Html, html } from '../html.ts';
import type { Language } from '../language.ts';
import { texts } from '../texts/page.ts';
import type { TraceView } from '../trace-view.ts';

/** How much there is of each, and how much is missing, in one line of equal weights. */
export function contents(view: TraceView, language: Language): Html {
  const entries = [
    { id: 'tests', text: texts.tests, count: view.tests.length },
    { id: 'journey', text: texts.journey, count: view.journey.length },
    { id: 'environment', text: texts.environmentShort, count: view.environment.length },
    { id: 'missing', text: texts.missingShort, count: view.missing.length },
  ];
  return html`<nav class="contents" aria-label="${texts.contents[language]}">
    ${entries.map(({ id, text, count }) => html`<a href="#${id}"><b>${count}</b> <span>${text[language]}</span></a>`)}
    </nav>`;
}
