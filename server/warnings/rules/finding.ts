import type { Bilingual } from '../../http/fields.ts';

/** What a rule about a finding of the laboratory or of a rapid test decides. */
export interface FindingWarning {
  level: 'blue' | 'yellow' | 'orange' | 'red';
  title: Bilingual;
  detail: Bilingual;
  /** Two findings with the same key are two occurrences of one condition. */
  conditionKey: string;
}
