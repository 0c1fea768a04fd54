import type { Router } from 'express';
import { renderDatasetPage, renderOpenDataPage, renderSearchPage } from '../../web/consumer/index.ts';
import { NotFound } from '../errors.ts';
import { languageOf, sendPage } from '../http/public-page.ts';
import { addressOf, type Dataset } from './rules/catalogue.ts';
import type { Disclosure } from './service.ts';

const shown = 20;
const longestCursor = 500;

/** `/public/open-data` and each of its datasets, `/public/search?q=` and the feed of certificates, for anybody. */
export function addDisclosurePages(router: Router, disclosure: Disclosure): void {
  router.get('/public/open-data', async (request, response) => {
    const { title, description, publisher, license, datasets } = await disclosure.overview();
    const view = {
      ...{ title, description, publisher, license: { name: license.name, url: license.url } },
      catalogue: disclosure.catalogueAddress,
      datasets: datasets.map(datasetView),
    };
    sendPage(response, 200, renderOpenDataPage(view, languageOf(request)));
  });

  router.get('/public/open-data/:dataset', async (request, response) => {
    const { datasets } = await disclosure.overview();
    const found = datasets.find(({ id }) => id === request.params.dataset);
    if (!found) throw new NotFound('There is no such dataset');
    const { cursor } = request.query;
    const asked = typeof cursor === 'string' && cursor.length <= longestCursor ? { cursor } : {};
    const { items, nextCursor } = await disclosure.rows(found.id, { limit: shown, ...asked });
    const view = { ...datasetView(found), rows: items, nextCursor, ...asked };
    sendPage(response, 200, renderDatasetPage(view, languageOf(request)));
  });

  router.get('/public/search', async (request, response) => {
    const asked = typeof request.query.q === 'string' ? request.query.q.trim().slice(0, 60) : '';
    const found =
      asked.length < 2
        ? undefined
        : await Promise.all([
            disclosure.findProducers({ name: asked, limit: shown }),
            disclosure.findCertificates({ words: asked, limit: shown }),
          ]);
    const view = {
      words: asked,
      ...(found && {
        producers: found[0].items,
        certificates: found[1].items,
        more: found.some(({ nextCursor }) => nextCursor !== null),
      }),
    };
    sendPage(response, 200, renderSearchPage(view, languageOf(request)));
  });

  router.get('/public/certificates.atom', async (_request, response) => {
    response.type('application/atom+xml').send(await disclosure.certificatesFeed());
  });
}

function datasetView({ id, title, description, columns, forms, at }: Dataset & { at: Date | null | undefined }) {
  return {
    ...{ id, title, description, columns },
    downloads: forms.map((form) => ({ form: form.toUpperCase(), href: addressOf.download(id, form) })),
    ...(at && { changedAt: at.toISOString() }),
  };
}
