/** 扫码异常: one code that is scanned in many places far from each other within a short time is likely copied. */
export interface ScanRule {
  /** So many places at least. */
  places: number;
  /** Two scans nearer than this are of one place. */
  kilometers: number;
  windowSeconds: number;
}

export interface Scan {
  /** Milliseconds since 1970. */
  at: number;
  /** WGS-84 degrees. */
  longitude: number;
  latitude: number;
}

/**
 * In how many places, all far from each other, the code was scanned within the window that ends with the newest scan. Each scan that
 * is far from all places counted so far is another one.
 */
export function farPlaces(rule: ScanRule, scans: readonly Scan[]): Scan[] {
  const newest = Math.max(...scans.map(({ at }) => at));
  const recent = scans.filter(({ at }) => newest - at <= rule.windowSeconds * 1000).toSorted((a, b) => a.at - b.at);
  const places: Scan[] = [];
  for (const scan of recent)
    if (places.every((place) => kilometersBetween(place, scan) >= rule.kilometers)) places.push(scan);
  return places;
}

export function isCopied(rule: ScanRule, scans: readonly Scan[]): boolean {
  return farPlaces(rule, scans).length >= rule.places;
}

const earthRadiusKilometers = 6371.0088;

/** On a great circle (haversine). */
export function kilometersBetween(a: Omit<Scan, 'at'>, b: Omit<Scan, 'at'>): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (difference: number) => Math.sin(radians(difference) / 2) ** 2;
  const chord =
    half(b.latitude - a.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * earthRadiusKilometers * Math.asin(Math.min(1, Math.sqrt(chord)));
}
