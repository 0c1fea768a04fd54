import type { Bilingual } from '../../http/fields.ts';

/** As much of an authorization as the rule looks at. Days are written `2026-05-03`. */
export interface Granted {
  username: string;
  methodKey: string;
  validFrom: string;
  validTo: string;
  revokedAt?: Date;
}

/** `GB 23200.121—2021`, `gb23200.121-2021` and their full-width forms are one method; another edition is another method. */
export function methodKey(method: string): string {
  return method.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '').replaceAll(/[—–]/g, '-');
}

/**
 * Whether this person may take a test that nobody has. Where the method is still open, it is named with the result: then
 * somebody authorized for any will do.
 */
export function mayTakeTest(
  kept: readonly Granted[],
  { username, method, day }: { username: string; method: string | undefined; day: string },
): boolean {
  if (method !== undefined || !kept.length) return whyUnauthorized(kept, { username, method, day }) === null;
  const own = kept.filter((each) => each.username === username);
  return own.some((each) => whyUnauthorized(kept, { username, method: each.methodKey, day }) === null);
}

/**
 * Why this person may not test by this method on that day; `null` when the person may.
 *
 * A laboratory that keeps no authorizations is not held to them; from its first one on it is, for every method.
 * Source: ISO/IEC 17025:2017, 6.2.6.
 */
export function whyUnauthorized(
  kept: readonly Granted[],
  { username, method, day }: { username: string; method: string | undefined; day: string },
): Bilingual | null {
  if (!kept.length) return null;
  if (method === undefined)
    return { zh: '本检测机构实行授权管理，须注明检测方法', en: 'the laboratory keeps authorizations: name the method' };
  const own = kept.filter((each) => each.username === username && each.methodKey === methodKey(method));
  const standing = own.filter(({ revokedAt }) => revokedAt === undefined);
  if (standing.some(({ validFrom, validTo }) => validFrom <= day && day <= validTo)) return null;
  if (standing.some(({ validTo }) => validTo < day))
    return { zh: `对方法 ${method} 的授权已到期`, en: `the authorization for ${method} has ended` };
  if (standing.length)
    return { zh: `对方法 ${method} 的授权尚未生效`, en: `the authorization for ${method} has not begun` };
  if (own.length) return { zh: `对方法 ${method} 的授权已撤销`, en: `the authorization for ${method} was revoked` };
  return { zh: `未获方法 ${method} 的授权`, en: `there is no authorization for ${method}` };
}
