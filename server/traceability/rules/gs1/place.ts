const sitePrefix = 'urn:agritrace:site:';
const producerPrefix = 'urn:agritrace:producer:';

/** A site of the platform, as a place of EPCIS. */
export function siteIdentifier(id: string): string {
  return sitePrefix + id;
}

export function siteIdOf(identifier: string): string | undefined {
  const id = identifier.startsWith(sitePrefix) ? identifier.slice(sitePrefix.length) : '';
  return /^[0-9a-f]{24}$/.test(id) ? id : undefined;
}

/** A producer, as the place that its sites lie in. */
export function producerIdentifier(id: string): string {
  return producerPrefix + id;
}

/** Where a place lies: of a location with an extension (254) the location (EPCIS 2.0, 6.3: the extension is a part of it). */
export function placeAround(identifier: string): string[] {
  const [, location] = /^(https:\/\/id\.gs1\.org\/414\/\d{13})\/254\/.+$/.exec(identifier) ?? [];
  return location === undefined ? [] : [location];
}
