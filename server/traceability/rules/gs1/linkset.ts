/** A link of a thing, by its type in GS1's list (ref.gs1.org/voc/data/linktypes). */
export interface TypedLink {
  types: readonly LinkType[];
  href: string;
  title: string;
  hreflang?: string[];
}

export type LinkType = 'defaultLink' | 'pip' | 'traceability' | 'recallStatus' | 'epcis';

const vocabulary = 'https://ref.gs1.org/voc/';

/** `gs1:pip`, the full address and its older form mean the same. */
export function linkTypeOf(asked: string): string {
  return asked.replace(/^(gs1:|https:\/\/(ref\.)?gs1\.org\/voc\/)/, '');
}

/** The link that is meant; `undefined` when there is none of the type. */
export function linkOfType(links: readonly TypedLink[], asked: string): TypedLink | undefined {
  const wanted = linkTypeOf(asked);
  return links.find(({ types }) => (types as readonly string[]).includes(wanted));
}

/** RFC 9264 in the form of the GS1 resolver standard 1.2: the default link carries its title alone. */
export function linkset(anchor: string, itemDescription: string, links: readonly TypedLink[]) {
  const byType: Record<string, object[]> = {};
  for (const { types, href, title, hreflang } of links)
    for (const type of types) {
      const plain = type === 'defaultLink';
      const target = { href, title, ...(!plain && { type: 'text/html', ...(hreflang && { hreflang }) }) };
      const name = vocabulary + type;
      byType[name] = [...(byType[name] ?? []), target];
    }
  return { linkset: [{ anchor, itemDescription, ...byType }] };
}
