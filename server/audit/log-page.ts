import type { Router } from 'express';
import { renderLogPage } from '../../web/consumer/index.ts';
import { languageOf, sendPage } from '../http/public-page.ts';
import type { AuditService } from './service.ts';

/** `/log`: the audit log's newest checkpoint and its keys, for everybody to keep. */
export function addLogPage(router: Router, audit: Pick<AuditService, 'newestCheckpoint' | 'verifierKeys'>): void {
  router.get('/log', async (request, response) => {
    const note = await audit.newestCheckpoint();
    const [origin = '', size = '0', root = ''] = note?.split('\n') ?? [];
    const signed = note === null ? undefined : { note, origin, size: Number(size), root };
    sendPage(response, 200, renderLogPage({ signed, keys: audit.verifierKeys() }, languageOf(request)));
  });
}
