import { type Html, html } from '../html.ts';
import { type Language, named } from '../language.ts';

interface Analyte {
  analyte: string;
  analyteEn?: string;
}

/** An analyte by its name in the reader's language. */
export function analyteName({ analyte, analyteEn }: Analyte, language: Language): Html {
  return language === 'en' && analyteEn ? html`${analyteEn}` : named(analyte, language);
}

/** The same, and beside it what the laboratory wrote. */
export function analyteNames(result: Analyte, language: Language): Html {
  const name = analyteName(result, language);
  return language === 'en' && result.analyteEn ? html`${name} <small>${named(result.analyte, language)}</small>` : name;
}
