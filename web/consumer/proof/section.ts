import { type Html, html } from '../html.ts';
import type { Language } from '../language.ts';
import { section } from '../sections/section.ts';
import { proofTexts, proofWords } from './texts.ts';

/** Where the optional script says whether the reports shown stand in the audit log; without it, that nothing was checked. */
export function proofSection(code: string, language: Language): Html {
  const words = Object.fromEntries(Object.entries(proofWords).map(([name, text]) => [name, text[language]]));
  return section(
    'proof',
    proofTexts.heading[language],
    undefined,
    html`<p>${proofTexts.what[language]} <a href="/log?lang=${language}">${proofTexts.log[language]}</a></p>
    <div class="proof" id="proof-result" role="status" data-proofs="/q/${encodeURIComponent(code)}/proofs" data-words="${JSON.stringify(words)}"></div>
    <noscript><p class="none">${proofTexts.noScript[language]}</p></noscript>
    <script src="/proof.js" defer></script>`,
  );
}
