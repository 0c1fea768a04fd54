import { type Html, html, type Part } from '../html.ts';

/** All sections look alike: what is missing weighs as much as what there is. */
export function section(id: string, heading: string, count: Part, content: Html): Html {
  return html`<section class="section" id="${id}" aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${heading}${count && html` <small>${count}</small>`}</h2>
    ${content}
    </section>`;
}
