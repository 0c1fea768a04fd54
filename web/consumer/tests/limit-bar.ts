import { type Html, html } from '../html.ts';
import type { Comparison } from './value.ts';

const width = 300;

/**
 * The value as a bar, the limit as an upright line. Within the limit the line stands at four fifths; above it the bar
 * fills the width and the line moves to its place. The words beside it say the same, so readers aloud skip it.
 */
export function limitBar({ limit, value }: Comparison): Html {
  const scale = width / Math.max(limit * 1.25, value ?? 0);
  const line = Math.round(limit * scale);
  const bar = value === undefined ? 0 : Math.max(2, Math.round(value * scale));
  const exceeded = value !== undefined && value > limit;
  return html`<svg class="bar" viewBox="0 0 300 12" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="track" d="M0 3h300v6H0z"/>
    ${bar > 0 && html`<path class="${exceeded ? 'over' : 'value'}" d="M0 3h${bar}v6H0z"/>`}<path class="limit" d="M${line} 0v12"/></svg>`;
}
