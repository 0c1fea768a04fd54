import { createHash } from 'node:crypto';
import { canonical } from '../../database/change-log/digest.ts';
import type { EditionRecord } from '../model.ts';
import type { PrintedExemption } from '../rules/exemptions.ts';
import type { PrintedLimit } from '../rules/match-limit.ts';

type Head = Pick<
  EditionRecord,
  'code' | 'name' | 'nameEn' | 'kind' | 'effectiveFrom' | 'effectiveTo' | 'replaces' | 'rowsInStandard' | 'source'
>;

/** What a table tells: limits, and substances that have none on purpose. */
export interface PrintedRows {
  limits: readonly PrintedLimit[];
  exemptions: readonly PrintedExemption[];
}

/** SHA-256 over an edition and all its rows, hexadecimal: whoever read the report of a dry run loads just that. */
export function contentDigest(edition: Head, { limits, exemptions }: PrintedRows): string {
  const { code, name, nameEn, kind, effectiveFrom, effectiveTo, replaces, rowsInStandard, source } = edition;
  const head = { code, name, nameEn, kind, effectiveFrom, effectiveTo, replaces, rowsInStandard, source };
  return createHash('sha256')
    .update(canonical({ head, limits, ...(exemptions.length && { exemptions }) }))
    .digest('hex');
}
