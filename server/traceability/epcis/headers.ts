import type { Request, Response } from 'express';
import { InvalidInput } from '../../errors.ts';
import { captureLimits } from './capture.ts';
import { NotAcceptable } from './exceptions.ts';
import type { EpcFormat } from './view.ts';

/** Versions of EPCIS and CBV that documents are taken and given in. */
const version = '2.0.0';
export const jsonTypes = ['application/json', 'application/ld+json'];

const formats: readonly EpcFormat[] = [
  'No_Preference',
  'Always_GS1_Digital_Link',
  'Always_EPC_URN',
  'Never_Translates',
];

/** The versions and the media type of the answer. @throws NotAcceptable for a version or a media type that is not offered */
export function negotiate(request: Request, response: Response): void {
  for (const standard of ['EPCIS', 'CBV']) {
    const asked = (name: string) => request.get(`GS1-${standard}-${name}`);
    const exact = asked('Version');
    if (exact !== undefined && !/^2(\.0){0,2}$/.test(exact))
      throw new NotAcceptable(`${standard} ${exact} is not offered; ${version} is`);
    if (isAbove(asked('Min'), version) || isAbove(version, asked('Max')))
      throw new NotAcceptable(`${standard} ${version} is what is offered here`);
    response.set(`GS1-${standard}-Version`, version);
  }
  const accepted = request.get('Accept');
  if (accepted !== undefined) request.headers.accept = withoutParameters(accepted);
  const type = request.accepts(jsonTypes);
  if (type === false) throw new NotAcceptable('Answers are application/json or application/ld+json');
  if (['GET', 'HEAD'].includes(request.method)) response.type(`${type}`);
  const extensions = request.get('GS1-Extensions');
  if (extensions !== undefined) response.set('GS1-Extensions', extensions);
}

const parameterOfType = /;\s*(?!q\s*=)[\w!#$&^.+-]+\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;,"]*)/gi;

/** The media types that are accepted, without what tells them further: `profile` and others choose nothing here. */
export function withoutParameters(accept: string): string {
  return accept.replaceAll(parameterOfType, '');
}

/** @throws InvalidInput */
export function epcFormat(request: Request): EpcFormat {
  const asked = request.get('GS1-EPC-Format') ?? 'Always_GS1_Digital_Link';
  const format = formats.find((each) => each === asked);
  if (!format) throw InvalidInput.field('/header/GS1-EPC-Format', `must be one of ${formats.join(', ')}`);
  return format;
}

/** @throws InvalidInput */
export function errorBehaviour(request: Request): 'rollback' | 'proceed' {
  const asked = request.get('GS1-Capture-Error-Behaviour') ?? 'rollback';
  if (asked !== 'rollback' && asked !== 'proceed')
    throw InvalidInput.field('/header/GS1-Capture-Error-Behaviour', 'must be rollback or proceed');
  return asked;
}

/** What `OPTIONS` tells of a resource. */
export function describe(response: Response, path: string, allowed: readonly string[]): void {
  response.set({
    Allow: allowed.join(', '),
    'GS1-EPCIS-Version': version,
    'GS1-EPCIS-Min': version,
    'GS1-EPCIS-Max': version,
    'GS1-CBV-Version': version,
    'GS1-CBV-Min': version,
    'GS1-CBV-Max': version,
    'GS1-Vendor-Version': '1',
    'GS1-EPC-Format': formats.join(', '),
  });
  if (path.endsWith('/capture')) setCaptureLimits(response);
  if (path.endsWith('/capture')) response.set('GS1-Capture-Error-Behaviour', 'all');
}

export function setCaptureLimits(response: Response): void {
  response.set({
    'GS1-EPCIS-Capture-Limit': String(captureLimits.events),
    'GS1-EPCIS-Capture-File-Size-Limit': String(captureLimits.bytes),
  });
}

function isAbove(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [a, b] = [one, other].map((text) => text.split('.').map(Number));
  for (const place of [0, 1, 2]) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0);
    if (Number.isNaN(difference)) throw InvalidInput.field('/header', 'must be a version, e.g. 2.0.0');
    if (difference !== 0) return difference > 0;
  }
  return false;
}
