import type { PublicPassRate } from '../../assessment/index.ts';
import { dayOf } from '../../calendar/rules/calendar.ts';
import type { PublicCertificate } from '../../certification/index.ts';
import type { PublicProducer } from '../../producers/index.ts';
import type { PublicResult } from '../../testing/index.ts';

/** A row of a dataset: every column as text, empty where nothing is known. */
export type Row = Readonly<Record<string, string>>;

/** Towns are left out: with few growers in a town a row would be somebody's. */
export interface County {
  code: string;
  name: string;
}

/** One row for each substance that was tested; one without a substance where nothing could be. */
export function resultRows(result: PublicResult, { code, name }: County): Row[] {
  const { product, planKind, drawnAt, publishedAt, verdict: sampleVerdict } = result;
  const common = {
    product,
    countyCode: code,
    county: name,
    planKind,
    drawnMonth: dayOf(drawnAt).slice(0, 7),
    publishedOn: dayOf(publishedAt),
    sampleVerdict,
  };
  const none = { analyte: '', value: '', unit: '', verdict: '' };
  const results: (typeof none & { limit?: string })[] = result.results.length > 0 ? result.results : [none];
  return results.map(({ analyte, value, unit, limit = '', verdict }) => ({
    ...common,
    substance: analyte,
    ...{ value, unit, limit, verdict },
  }));
}

/** Shares with four digits after the point; of nothing judged there is none. */
export function passRateRow(
  { month, planKind, n, passes, fails, neither, share, interval }: PublicPassRate,
  county: County,
): Row {
  const told = (value: number | null | undefined) => value?.toFixed(4) ?? '';
  return {
    ...{ countyCode: county.code, county: county.name, month, planKind },
    ...{ judged: String(n), passes: String(passes), fails: String(fails) },
    neither: String(neither.noLimit + neither.notComparable + neither.pending),
    ...{ share: told(share), lower: told(interval?.lower), upper: told(interval?.upper) },
  };
}

export function certificateRow(certificate: PublicCertificate, { code, name }: County): Row {
  const { number, scheme, standing, holder = '', product, issuer = '', validFrom, validTo = '' } = certificate;
  return {
    ...{ number, scheme: scheme.zh, standing, holder, product, issuer },
    ...{ countyCode: code, county: name, validFrom, validTo },
  };
}

export function producerRow({ name, kind, creditCode = '' }: PublicProducer, county: County): Row {
  return { name, kind, creditCode, countyCode: county.code, county: county.name };
}
