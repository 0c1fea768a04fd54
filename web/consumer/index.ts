export type { Language } from './language.ts';
export { type LogView, renderLogPage } from './log/page.ts';
export { renderLookupPage } from './lookup.ts';
export { renderNotFoundPage } from './not-found.ts';
export { renderTracePage } from './page.ts';
export { contentSecurityPolicy } from './style.ts';
export type * from './trace-view.ts';
