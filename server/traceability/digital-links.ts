import type { Request, Response, Router } from 'express';
import { InvalidInput, NotFound } from '../errors.ts';
import { type DigitalLink, digitalLinkPath, faultOfDigitalLink, readDigitalLink } from './rules/gs1/digital-link.ts';
import { linkOfType, linkset, type TypedLink } from './rules/gs1/linkset.ts';

interface Resolving {
  batches: { findByGtin(gtin: string, lot?: string): Promise<{ code: string; productName: string } | null> };
  traceUrl(code: string): string;
}

const linksetType = 'application/linkset+json';
const paths = /^\/(00|01|253|255|40[12]|414|417|8003|8004|8006|8010|801[78])\/.+/;

/** The resolver of GS1 Digital Links for the products whose batches are here (GS1-Conformant Resolver Standard 1.2). */
export function addDigitalLinks(router: Router, { batches, traceUrl }: Resolving): void {
  const base = () => new URL('/', traceUrl('x')).href.replace(/\/$/, '');

  router.use([paths, '/.well-known/gs1resolver'], (_request, response, next) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Link, Location' });
    next();
  });

  router.options(paths, (_request, response) => {
    response.set({ Allow: 'GET, HEAD, OPTIONS', 'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS' });
    response.status(204).end();
  });

  router.get('/.well-known/gs1resolver', (_request, response) => {
    response.json({
      name: 'AgriTrace',
      resolverRoot: base(),
      supportedPrimaryKeys: ['01'],
      linkTypeDefaultCanBeLinkset: false,
    });
  });

  router.get(paths, async (request, response) => {
    const link = requireLink(request);
    const found = await resolve(link);
    if (!found) throw new NotFound('Nothing is known of this identifier');
    const linksetAddress = `${base()}${digitalLinkPath(link)}?linkType=linkset`;
    response.set('Link', `<${linksetAddress}>; rel="linkset"; type="${linksetType}"`);
    response.vary('Accept').set('Cache-Control', 'no-store');
    const asked = textOf(request.query.linkType);
    if (asked === 'linkset' || asked === 'all' || (asked === undefined && wantsLinkset(request))) {
      response.append(
        'Link',
        '<https://ref.gs1.org/voc/data/gs1Voc.jsonld>; rel="http://www.w3.org/ns/json-ld#context"',
      );
      response.type(linksetType).send(JSON.stringify(linkset(found.anchor, found.description, found.links)));
      return;
    }
    const target = linkOfType(found.links, asked ?? 'defaultLink');
    if (!target) throw new NotFound(`There is no link of the type ${asked}`);
    redirect(request, response, target.href);
  });

  /** Of a lot that is not known, what is known of its product. */
  async function resolve({ key, value, qualifiers }: DigitalLink) {
    if (key !== '01') return null;
    const lot = qualifiers.find((qualifier) => qualifier.key === '10')?.value;
    const batch = lot === undefined ? null : await batches.findByGtin(value, lot);
    if (batch && lot !== undefined) {
      const anchor = `${base()}${digitalLinkPath({ key, value, qualifiers: [{ key: '10', value: lot }] })}`;
      return { anchor, description: batch.productName, links: linksOfLot(batch.code) };
    }
    const product = await batches.findByGtin(value);
    if (!product) return null;
    const anchor = `${base()}${digitalLinkPath({ key, value, qualifiers: [] })}`;
    const links: TypedLink[] = [
      {
        types: ['defaultLink', 'pip'],
        href: `${base()}/`,
        title: '按批次码查询 · Look up a batch',
        hreflang: ['zh', 'en'],
      },
    ];
    return { anchor, description: product.productName, links };
  }

  function linksOfLot(code: string): TypedLink[] {
    const title = '批次追溯页 · The batch and its trace';
    const types = ['defaultLink', 'pip', 'traceability', 'recallStatus'] as const;
    return [{ types, href: traceUrl(code), title, hreflang: ['zh', 'en'] }];
  }
}

/** @throws InvalidInput with what is wrong about the link */
function requireLink(request: Request): DigitalLink {
  const path = request.originalUrl.split('?')[0] ?? '';
  const link = readDigitalLink(`https://host${path}`);
  const [, value = ''] = /^\/[^/]+\/([^/]+)/.exec(path) ?? [];
  if (!link || !path.startsWith(`/${link.key}/`)) throw InvalidInput.field('/path', 'is no GS1 Digital Link');
  if (link.key === '01' && value.length !== 14) throw InvalidInput.field('/path', 'a GTIN has 14 digits here');
  const fault = faultOfDigitalLink(link);
  if (fault) throw InvalidInput.field('/path', fault);
  return link;
}

function wantsLinkset(request: Request): boolean {
  return request.get('accept')?.includes(linksetType) === true;
}

/** Everything that was asked beside the link's type goes along. */
function redirect(request: Request, response: Response, href: string): void {
  const target = new URL(href);
  for (const [name, value] of new URL(request.originalUrl, 'http://host').searchParams)
    if (name !== 'linkType') target.searchParams.append(name, value);
  response.redirect(307, target.href);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
