import { createHash } from 'node:crypto';
import { answer } from './style/answer.ts';
import { base } from './style/base.ts';
import { colors } from './style/colors.ts';
import { sections } from './style/sections.ts';
import { wide } from './style/wide.ts';

/** The style sheet as it stands in each page. */
export const style = [colors, base, answer, sections, wide].join('').replace(/\n\s*/g, '');

const hash = createHash('sha256').update(style).digest('base64');

const nothingElse = [
  "default-src 'none'",
  `style-src 'sha256-${hash}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** For the pages of this folder: nothing but their own style sheet, their own forms, and no scripts at all. */
export const contentSecurityPolicy = nothingElse.join('; ');

/** For the page with test reports: in addition the script that holds them against the audit log, and what it asks for. */
export const tracePagePolicy = [...nothingElse, "script-src 'self'", "connect-src 'self'"].join('; ');
