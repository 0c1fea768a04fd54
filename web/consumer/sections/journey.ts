import { amount, moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Language, named, say, term } from '../language.ts';
import { texts } from '../texts/page.ts';
import { steps } from '../texts/terms.ts';
import type { JourneyStep } from '../trace-view.ts';
import { section } from './section.ts';

/** What was done to it and where it went, in order of time. */
export function journeySection(journey: readonly JourneyStep[], language: Language): Html {
  const count = journey.length > 0 && say(texts.journeyCount, language, { count: journey.length });
  const content =
    journey.length > 0
      ? html`<ol class="journey">${journey.map((step) => journeyItem(step, language))}</ol>`
      : html`<p class="none">${texts.noJourney[language]}</p>`;
  return section('journey', texts.journey[language], count, content);
}

function journeyItem(step: JourneyStep, language: Language): Html {
  const details = [
    step.place && named(step.place, language),
    step.destination && html`${texts.to[language]} ${named(step.destination, language)}`,
    step.input &&
      html`${named(step.input.name, language)}${step.input.dose && [' ', named(step.input.dose, language)]}`,
    step.quantity && amount(step.quantity, language),
  ].filter((detail) => detail !== undefined && detail !== '');
  return html`<li class="${step.ownBatch ? 'own' : 'earlier'}">
    <p><b>${term(steps, step.step, language)}</b> <span class="when">${moment(step.at, language)}</span></p>
    ${details.length > 0 && html`<p class="details">${details.map((detail) => html`<span>${detail}</span> `)}</p>`}
    ${!step.ownBatch && html`<p class="upstream">${texts.fromBatch[language]} <span class="code">${step.batchCode}</span></p>`}
    </li>`;
}
