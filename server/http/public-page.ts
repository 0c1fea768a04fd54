import type { Request, Response } from 'express';
import { contentSecurityPolicy } from '../../web/consumer/index.ts';
import { NotFound } from '../errors.ts';

/** Chinese unless the link asks for English: many a phone in the city has an English system. */
export function languageOf(request: Request): 'zh' | 'en' {
  return request.query.lang === 'en' ? 'en' : 'zh';
}

/** A page of `web/consumer`, under its own policy; never cached, so that no cache can hide what is new. */
export function sendPage(response: Response, status: number, page: string, policy = contentSecurityPolicy): void {
  response
    .status(status)
    .set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' })
    .type('html')
    .send(page);
}

/** What a record's public address answers. */
interface PublicRecord<View> {
  /** `null` where there is no such record. */
  view: View | null;
  /** For programs, where there is none. */
  absent: string;
  page(view: View, language: 'zh' | 'en'): string;
  absentPage(language: 'zh' | 'en'): string;
  policy?: string;
}

/** A record as a page, or as JSON where that is asked for. */
export function sendRecord<View>(request: Request, response: Response, record: PublicRecord<View>): void {
  const { view } = record;
  response.vary('Accept');
  if (request.accepts(['html', 'json']) === 'json') {
    if (!view) throw new NotFound(record.absent);
    response.set('Cache-Control', 'no-store').json(view);
    return;
  }
  const language = languageOf(request);
  if (view) sendPage(response, 200, record.page(view, language), record.policy);
  else sendPage(response, 404, record.absentPage(language));
}
