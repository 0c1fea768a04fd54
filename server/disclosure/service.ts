import type { Context } from '../context.ts';
import type { Page } from '../database/page.ts';
import { atomOf } from './rules/atom.ts';
import { addressOf, catalogue, type DatasetId, datasetIds } from './rules/catalogue.ts';
import { dcatOf } from './rules/dcat.ts';
import type { Row } from './rules/rows.ts';
import type { DisclosureSources } from './sources.ts';
import { createSources } from './sources.ts';

interface PageRequest {
  limit: number;
  cursor?: string | undefined;
}

const keptMilliseconds = 60_000;
const newsShown = 50;
const rowsAtOnce = 500;
const deeds = { suspend: '暂停 suspended', withdraw: '撤销 withdrawn', restore: '恢复 restored' } as const;

/** 政务公开: what anybody may look up, read and take along. Nothing of it is personal. */
export function createDisclosure(
  context: Pick<Context, 'clock'>,
  deps: DisclosureSources & { absolute(path: string): string },
) {
  const { datasets, countyOf } = createSources(deps);
  const kept = keeper(context.clock);

  const changes = kept(async () => {
    const times = datasetIds.map(async (id): Promise<[DatasetId, Date | null]> => [id, await datasets[id].changedAt()]);
    return new Map(await Promise.all(times));
  });

  const news = kept(() => deps.certificates.certificateNews(newsShown));

  return {
    async dcat() {
      return dcatOf(catalogue, { absolute: deps.absolute, changedAt: await changes() });
    },

    /** The datasets in words, and when each last changed. */
    async overview() {
      const changedAt = await changes();
      return { ...catalogue, datasets: catalogue.datasets.map((each) => ({ ...each, at: changedAt.get(each.id) })) };
    },

    rows: (id: DatasetId, page: PageRequest): Promise<Page<Row>> => datasets[id].page(page),

    /** All rows, as they come from the database. */
    async *allRows(id: DatasetId): AsyncGenerator<Row> {
      let cursor: string | null | undefined;
      do {
        const page: Page<Row> = await datasets[id].page({ limit: rowsAtOnce, cursor: cursor ?? undefined });
        yield* page.items;
        cursor = page.nextCursor;
      } while (cursor !== null);
    },

    async findProducers(query: PageRequest & { name?: string | undefined }) {
      const page = await deps.producers.publicProducers(query);
      return {
        items: page.items.map(({ divisionCode, ...producer }) => ({
          ...producer,
          county: countyOf(divisionCode).name,
        })),
        nextCursor: page.nextCursor,
      };
    },

    async findCertificates(query: Parameters<DisclosureSources['certificates']['publicCertificates']>[0]) {
      const page = await deps.certificates.publicCertificates(query);
      return {
        items: page.items.map(({ divisionCode, scheme: { id, zh, en }, ...certificate }) => ({
          ...certificate,
          scheme: id,
          schemeName: { zh, en },
          county: countyOf(divisionCode).name,
          page: `/certificates/${certificate.number}`,
        })),
        nextCursor: page.nextCursor,
      };
    },

    /** Suspensions, withdrawals and restorations of certificates, the newest fifty. */
    async certificatesFeed(): Promise<string> {
      const self = deps.absolute('/public/certificates.atom');
      return atomOf({
        ...{ id: self, self },
        title: '认证证书的暂停、撤销和恢复 · Certificates suspended, withdrawn and restored',
        author: catalogue.publisher.zh,
        since: new Date(0),
        entries: (await news()).map(({ number, scheme, product, verb, at }) => {
          const link = deps.absolute(`/certificates/${number}`);
          return {
            ...{ link, at, id: `${link}#${verb}-${at.getTime()}` },
            title: `${scheme.zh} ${scheme.en} · ${product} · ${number} · ${deeds[verb]}`,
          };
        }),
      });
    },

    catalogueAddress: addressOf.catalogue,
  };
}

export type Disclosure = ReturnType<typeof createDisclosure>;

/** Answers that anybody may ask for are made anew once a minute at most; failures are not kept. */
function keeper(clock: () => Date) {
  return <Answer>(make: () => Promise<Answer>): (() => Promise<Answer>) => {
    let last: { at: number; answer: Promise<Answer> } | undefined;
    return () => {
      const now = clock().getTime();
      if (last && Math.abs(now - last.at) < keptMilliseconds) return last.answer;
      const answer = make();
      last = { at: now, answer };
      answer.catch(() => {
        if (last?.answer === answer) last = undefined;
      });
      return answer;
    };
  };
}
