import { type Html, html } from '../html.ts';
import { type Language, say, sayPlainly } from '../language.ts';
import { texts } from '../texts/page.ts';

/** Ways to hand the page on that need no script; whoever opens it sees how things stand then. */
export function shareLine(product: string, address: string, language: Language): Html {
  const words = sayPlainly(texts.shareWords, language, { product });
  const body = encodeURIComponent(`${words} ${address}`);
  return html`<p class="share">${say(texts.share, language, {
    sms: html`<a href="sms:?body=${body}">${texts.shareSms[language]}</a>`,
    mail: html`<a href="mailto:?subject=${encodeURIComponent(words)}&amp;body=${body}">${texts.shareMail[language]}</a>`,
  })}</p>`;
}
