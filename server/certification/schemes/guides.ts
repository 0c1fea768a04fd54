import type { ServiceGuide } from '../../../web/consumer/index.ts';
import { applicationDeadlines, termsOfScheme } from '../applications/terms.ts';
import { type Clause, type Scheme, schemes, whyNoApplication } from './schemes.ts';

const units: Record<string, { zh: string; en: string }> = {
  'working-day': { zh: '个工作日', en: 'working days' },
  day: { zh: '日', en: 'days' },
  month: { zh: '个月', en: 'months' },
};

/** 办事指南 of every scheme, from the rows by which the platform itself works. */
export function serviceGuides(): ServiceGuide[] {
  return schemes.map(guideOf);
}

function guideOf(scheme: Scheme): ServiceGuide {
  const { name, authority, documents, validity, renewal, applicationsClause, documentsClause } = scheme;
  const elsewhere = whyNoApplication(scheme);
  const clauses = [applicationsClause, documentsClause, validity.clause, renewal?.clause];
  return {
    ...{ name, authority },
    ...(elsewhere && { elsewhere }),
    documents: documents.map((document) => ({ name: document.name, for: document.for })),
    terms: termsOf(scheme),
    validity:
      validity.years === null
        ? { zh: '长期有效', en: 'never expires' }
        : { zh: `${validity.years} 年`, en: `${validity.years} ${validity.years === 1 ? 'year' : 'years'}` },
    ...(renewal && {
      renewal: {
        zh: `有效期满 ${renewal.monthsBefore} 个月前提出`,
        en: `to be asked for ${renewal.monthsBefore} months before the end`,
      },
    }),
    basis: clauses
      .filter((clause, at) => clause && clauses.findIndex((each) => each?.text === clause.text) === at)
      .flatMap((clause) => (clause ? [basisOf(clause)] : [])),
  };
}

function termsOf({ id }: Scheme): ServiceGuide['terms'] {
  const kinds = new Set(termsOfScheme(id));
  return applicationDeadlines.flatMap(({ kind, title, amount, unit, clause, source }) => {
    if (!kinds.has(kind)) return [];
    const word = units[unit] ?? { zh: unit, en: unit };
    const term = { zh: `${amount} ${word.zh}`, en: `${amount} ${word.en}` };
    return [{ title, term, basis: { text: clause, read: !/memory|quoted|not read/.test(source) } }];
  });
}

function basisOf({ text, checked }: Clause) {
  return { text, read: checked === 'read' };
}
