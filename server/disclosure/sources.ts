import type { PublicPassRates } from '../assessment/index.ts';
import type { PublicCertificates } from '../certification/index.ts';
import type { Page } from '../database/page.ts';
import type { DivisionsService } from '../divisions/index.ts';
import type { PublicPenalties } from '../enforcement/index.ts';
import type { PublicProducers } from '../producers/index.ts';
import type { PublicResults } from '../testing/index.ts';
import type { DatasetId } from './rules/catalogue.ts';
import { licenceRows, penaltyRow } from './rules/double-publicity.ts';
import { type County, certificateRow, passRateRow, producerRow, type Row, resultRows } from './rules/rows.ts';

export interface DisclosureSources {
  producers: PublicProducers;
  certificates: PublicCertificates;
  results: PublicResults;
  passRates: PublicPassRates;
  penalties: PublicPenalties;
  divisions: Pick<DivisionsService, 'nameOf'>;
}

/** Where the rows of a dataset come from. */
interface Source {
  page(request: { limit: number; cursor?: string | undefined }): Promise<Page<Row>>;
  changedAt(): Promise<Date | null>;
}

export function createSources({
  producers,
  certificates,
  results,
  passRates,
  penalties,
  divisions,
}: DisclosureSources) {
  const countyOf = (divisionCode: string): County => {
    const code = divisionCode.slice(0, 6);
    return { code, name: divisions.nameOf(code) };
  };
  const rowsOf = <Item extends { divisionCode: string }>(
    page: Page<Item>,
    rows: (item: Item, at: County) => Row[],
  ) => ({
    items: page.items.flatMap((item) => rows(item, countyOf(item.divisionCode))),
    nextCursor: page.nextCursor,
  });
  const datasets: Record<DatasetId, Source> = {
    'test-results': {
      page: async (request) => rowsOf(await results.publicResults(request), resultRows),
      changedAt: results.newestResult,
    },
    'pass-rates': {
      page: async (request) => rowsOf(await passRates.publicPassRates(request), (item, at) => [passRateRow(item, at)]),
      changedAt: results.newestResult,
    },
    certificates: {
      page: async (request) =>
        rowsOf(await certificates.publicCertificates(request), (item, at) => [certificateRow(item, at)]),
      changedAt: certificates.newestChange,
    },
    producers: {
      page: async (request) => rowsOf(await producers.publicProducers(request), (item, at) => [producerRow(item, at)]),
      changedAt: producers.newestProducer,
    },
    penalties: {
      page: async (request) => rowsOf(await penalties.publicPenalties(request), (item, at) => [penaltyRow(item, at)]),
      changedAt: penalties.newestPenalty,
    },
    licences: {
      page: async (request) => rowsOf(await certificates.publicCertificates(request), licenceRows),
      changedAt: certificates.newestChange,
    },
  };
  return { datasets, countyOf };
}
