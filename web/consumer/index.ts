export type { Language } from './language.ts';
export { type LogView, renderLogPage } from './log/page.ts';
export { renderLookupPage } from './lookup.ts';
export { renderNotFoundPage } from './not-found.ts';
export { renderTracePage } from './page.ts';
export { proofScript } from './proof/script.ts';
export { contentSecurityPolicy, tracePagePolicy } from './style.ts';
export type * from './trace-view.ts';
