import type { Request, Response } from 'express';
import { contentSecurityPolicy } from '../../web/consumer/index.ts';

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
