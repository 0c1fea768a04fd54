import type { Router } from 'express';
import { renderGuidesPage } from '../../../web/consumer/index.ts';
import { languageOf, sendPage } from '../../http/public-page.ts';
import { serviceGuides } from './guides.ts';

/** `/public/services`: service guides 办事指南, for anybody. */
export function addGuidePages(router: Router): void {
  router.get('/public/services', (request, response) => {
    sendPage(response, 200, renderGuidesPage(serviceGuides(), languageOf(request)));
  });
}
