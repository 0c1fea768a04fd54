const dangerous: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Markup that is safe to send. Only `html` and `trusted` make it. */
class SafeHtml {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

export type Html = SafeHtml;

/** What a template may hold: text is escaped, markup is kept, nothing is left out in silence but what is absent. */
export type Part = Html | string | number | false | null | undefined | readonly Part[];

/** Escapes text for element content and for quoted attributes; takes away characters that turn the reading direction. */
export function escapeText(text: string): string {
  return text.replace(/\p{Bidi_Control}/gu, '').replace(/[&<>"'`]/g, (character) => dangerous[character] ?? '');
}

/** Template tag that escapes every value which is not markup already. Attributes must be quoted in the template. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const markup = strings.map((text, index) => text.replace(/\s*\n\s*/g, '\n') + render(parts[index])).join('');
  return new SafeHtml(markup);
}

/** For texts that are part of this source, such as the style sheet; never for data. */
export function trusted(markup: string): Html {
  return new SafeHtml(markup);
}

function render(part: Part): string {
  if (part === undefined || part === null || part === false) return '';
  if (part instanceof SafeHtml) return part.toString();
  if (typeof part === 'object') return part.map(render).join('');
  return escapeText(String(part));
}
