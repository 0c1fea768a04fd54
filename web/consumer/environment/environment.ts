import { moment, plainDay, reading, unit } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Language, named, say, term } from '../language.ts';
import { section } from '../sections/section.ts';
import { texts } from '../texts/page.ts';
import { metrics, siteKinds } from '../texts/terms.ts';
import type { EnvironmentCurve } from '../trace-view.ts';
import { conclude, permittedRange } from './conclusion.ts';
import { type Reading, stretches } from './curve.ts';
import { drawCurve } from './drawing.ts';

const tableRows = 8;

/** Each sensor curve: its conclusion in words, the drawing, and the numbers for those who want them. */
export function environmentSection(curves: readonly EnvironmentCurve[], language: Language): Html {
  const count = curves.length > 0 && say(texts.environmentCount, language, { count: curves.length });
  const content =
    curves.length > 0
      ? html`${curves.map((curve) => figure(curve, language))}`
      : html`<p class="none">${texts.noEnvironment[language]}</p>`;
  return section('environment', texts.environment[language], count, content);
}

function figure(curve: EnvironmentCurve, language: Language): Html {
  const { state, sentence } = conclude(curve, language);
  return html`<figure class="environment">
    <figcaption>
    <h3>${term(metrics, curve.metric, language)} <span class="kind">${named(curve.siteName, language)} · ${term(siteKinds, curve.siteKind, language)}</span></h3>
    <p><span class="word e-${state}">${texts[state][language]}</span> ${sentence}</p>
    </figcaption>
    ${curve.points.length > 0 && plot(curve, sentence, language)}
    </figure>`;
}

function plot(curve: EnvironmentCurve, label: string, language: Language): Html {
  const readings = curve.points
    .map(({ at, value }) => ({ time: Date.parse(at), value }))
    .filter(({ time, value }) => Number.isFinite(time) && Number.isFinite(value));
  if (readings.length === 0) return html``;
  const { svg, broken } = drawCurve(curve, readings, label);
  const notes = [permittedRange(curve) && texts.band[language], broken && texts.gaps[language]].filter((note) => note);
  return html`${svg}
    <p class="axis"><span>${plainDay(curve.from, language)}</span> <span>${plainDay(curve.to, language)}</span></p>
    ${notes.length > 0 && html`<p class="legend">${notes.join(language === 'zh' ? '；' : '; ')}</p>`}
    ${table(curve, readings, language)}`;
}

function table(curve: EnvironmentCurve, readings: readonly Reading[], language: Language): Html {
  const written = unit(curve.unit, language);
  const suffix = written && (language === 'zh' ? `（${written}）` : ` (${written})`);
  const rows = stretches(readings, tableRows).map(
    ({ from, low, high }) =>
      html`<tr><th scope="row">${moment(new Date(from).toISOString(), language)}</th><td>${reading(low)}</td><td>${reading(high)}</td></tr>`,
  );
  return html`<details><summary>${texts.asTable[language]}</summary>
    <table><thead><tr><th scope="col">${texts.period[language]}</th><th scope="col">${texts.lowest[language]}${suffix}</th><th scope="col">${texts.highest[language]}${suffix}</th></tr></thead>
    <tbody>${rows}</tbody></table></details>`;
}
