interface Entry {
  id: string;
  title: string;
  at: Date;
  link: string;
}

interface Feed {
  id: string;
  title: string;
  author: string;
  self: string;
  /** For a feed without entries. */
  since: Date;
  entries: readonly Entry[];
}

/** An Atom feed (RFC 4287). */
export function atomOf({ id, title, author, self, since, entries }: Feed): string {
  const updated = entries.reduce((newest, { at }) => (at > newest ? at : newest), entries[0]?.at ?? since);
  const parts = entries.map(
    (entry) =>
      `<entry><id>${escaped(entry.id)}</id><title>${escaped(entry.title)}</title><updated>${entry.at.toISOString()}</updated><link href="${escaped(entry.link)}"/><summary>${escaped(entry.title)}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${escaped(id)}</id><title>${escaped(title)}</title><updated>${updated.toISOString()}</updated><author><name>${escaped(author)}</name></author><link rel="self" type="application/atom+xml" href="${escaped(self)}"/>${parts.join('')}</feed>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 has no place for are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}
