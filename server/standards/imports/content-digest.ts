import { createHash } from 'node:crypto';
import { canonical } from '../../database/change-log/digest.ts';
import type { EditionRecord } from '../model.ts';
import { isLimitKind } from '../rules/match-limit.ts';
import type { PrintedRows } from './table-kind.ts';

type Head = Pick<
  EditionRecord,
  'code' | 'name' | 'nameEn' | 'kind' | 'effectiveFrom' | 'effectiveTo' | 'replaces' | 'rowsInStandard' | 'source'
>;

/** SHA-256 over an edition and all its rows, hexadecimal: whoever read the report of a dry run loads just that. */
export function contentDigest(edition: Head, { rows, exemptions }: PrintedRows): string {
  const { code, name, nameEn, kind, effectiveFrom, effectiveTo, replaces, rowsInStandard, source } = edition;
  const head = { code, name, nameEn, kind, effectiveFrom, effectiveTo, replaces, rowsInStandard, source };
  const said = isLimitKind(kind) ? { limits: rows, ...(exemptions.length && { exemptions }) } : { rows };
  return createHash('sha256')
    .update(canonical({ head, ...said }))
    .digest('hex');
}
