import { moment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Language, named, say } from '../language.ts';
import { texts } from '../texts/page.ts';
import { alertLevels } from '../texts/terms.ts';
import type { TraceView } from '../trace-view.ts';

type Alert = TraceView['alerts'][number];

const order: Alert['level'][] = ['red', 'orange', 'yellow', 'blue'];

/** Circle, square, triangle, octagon: the level can be told without its colour. */
const shapes: Record<Alert['level'], string> = {
  blue: 'M10 1a9 9 0 1 1 0 18a9 9 0 0 1 0-18z',
  yellow: 'M2 2h16v16H2z',
  orange: 'M10 1 19.500 18H.5z',
  red: 'M6 1h8l5 5v8l-5 5H6l-5-5V6z',
};

/** What is in force against this batch, the gravest first. */
export function alertsSection(alerts: readonly Alert[], language: Language): Html | undefined {
  if (alerts.length === 0) return undefined;
  const sorted = alerts.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level) || b.at.localeCompare(a.at));
  return html`<section class="alerts" aria-labelledby="alerts">
    <h2 id="alerts">${texts.alerts[language]} <small>${alerts.length}</small></h2>
    <ul>${sorted.map((alert) => alertItem(alert, language))}</ul>
    </section>`;
}

function alertItem(alert: Alert, language: Language): Html {
  const level = alertLevels[alert.level];
  return html`<li class="alert a-${alert.level}">
    <p class="alert-head"><span class="level"><svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="${shapes[alert.level]}"/></svg>${level[language]} ${level.roman}</span> <span class="since">${say(texts.since, language, { at: moment(alert.at, language) })}</span></p>
    <h3>${named(alert.title[language], language)}</h3>
    <p>${named(alert.detail[language], language)}</p>
    </li>`;
}
