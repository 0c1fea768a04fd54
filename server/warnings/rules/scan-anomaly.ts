import data from '../data/scan-anomaly.json' with { type: 'json' };
import type { FindingWarning } from './finding.ts';

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

export const scanAnomalyRule: ScanRule = data;

export interface ScanAnomalyFacts {
  batchCode: string;
  /** The newest scan of each place. */
  scans: readonly Scan[];
  /** Where the batch has been by its records: scans near there are what is expected. */
  known: readonly Omit<Scan, 'at'>[];
}

/** The warning that a code is probably copied; `null` when it was not opened in so many unexpected places. */
export function scanAnomaly({ batchCode, scans, known }: ScanAnomalyFacts): FindingWarning | null {
  const { kilometers, windowSeconds, level } = data;
  const unexpected = scans.filter((scan) => known.every((place) => kilometersBetween(place, scan) >= kilometers));
  if (!isCopied(data, unexpected)) return null;
  const [count, hours] = [farPlaces(data, unexpected).length, windowSeconds / 3600];
  return {
    level: level as FindingWarning['level'],
    title: { zh: `批次 ${batchCode} 的二维码可能被复制`, en: `Batch ${batchCode}: its QR code may be copied` },
    detail: {
      zh: `${hours} 小时内在 ${count} 处相距 ${kilometers} 公里以上的地点被打开，均不在已登记的流通地点附近；按网络地址定位，可能有偏差，请核对标签和销售去向`,
      en: `Opened within ${hours} hours in ${count} places at least ${kilometers} km apart, none near where the batch is known to have been; places are by network address and may be wrong: compare labels and buyers`,
    },
    conditionKey: `scan-anomaly|${batchCode}`,
  };
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
