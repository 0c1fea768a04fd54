import words from '../../../scripts/permissions/words.json' with { type: 'json' };
import type { Bilingual } from '../api/types.ts';
import type { Language } from '../shared/texts.ts';

/** A right such as `batches:hold` in words, as docs/permissions.md names it: 批次：暂停销售. */
export function permissionInWords(permission: string, language: Language): string {
  const [resource = '', verb = ''] = permission.split(':');
  const word = (kind: 'resources' | 'verbs', name: string) =>
    (words[kind] as Record<string, Bilingual>)[name]?.[language] ?? name;
  return `${word('resources', resource)}${language === 'zh' ? '：' : ': '}${word('verbs', verb)}`;
}
