import { amount, day } from '../format.ts';
import { type Html, html, type Part } from '../html.ts';
import { type Language, named, say, term } from '../language.ts';
import { texts } from '../texts/page.ts';
import { producerKinds } from '../texts/terms.ts';
import type { TraceView } from '../trace-view.ts';

/** Where it comes from, who made it, how much of it there is, and the code to hold against the package. */
export function factsCard(view: TraceView, language: Language): Html {
  const { origin, quantity } = view;
  const divisions = language === 'en' ? origin.divisionNamesEn : origin.divisionNames;
  const place = [...divisions, ...(origin.siteName ? [origin.siteName] : [])];
  const places = place.map(
    (name, index) => html`<span class="place">${index > 0 && '· '}${named(name, language)}</span> `,
  );
  const unknown = html`<span class="unknown">${texts.unknown[language]}</span>`;
  const producer = html`${named(origin.producerName, language)} <span class="kind">${term(producerKinds, origin.producerKind, language)}</span>`;
  return html`<section class="facts" aria-labelledby="facts">
    <h2 id="facts" class="aloud">${texts.facts[language]}</h2>
    <dl>
    ${fact(texts.origin[language], place.length > 0 ? places : unknown)}
    ${fact(texts.producer[language], origin.producerName ? producer : unknown)}
    ${fact(texts.quantity[language], quantity ? amount(quantity, language) : unknown)}
    ${fact(texts.code[language], html`<span class="code">${view.code}</span> <span class="kind">${texts.compareCode[language]}</span>`)}
    ${fact(texts.opened[language], opened(view, language))}
    </dl>
    </section>`;
}

/** Never an accusation: many may buy of one batch. */
function opened({ opened: scans }: TraceView, language: Language): Html {
  if (!scans) return html`${texts.openedFirst[language]}`;
  const said = say(texts.openedTimes, language, { count: String(scans.count), at: day(scans.firstAt, language) });
  return html`${said} <span class="kind">${texts.openedOften[language]}</span>`;
}

function fact(word: string, value: Part): Html {
  return html`<div><dt>${word}</dt><dd>${value}</dd></div>`;
}
