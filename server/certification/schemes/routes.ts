import { type Route, route } from '../../http/route.ts';
import { schemesSchema } from './schema.ts';
import { type Clause, type Scheme, schemes } from './schemes.ts';

/** What can be certified is for everybody to read. */
export function schemeRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/certification-schemes',
      tag: 'certification',
      summary: 'Schemes: green food, organic, geographical indications, GAP, with documents, validity and clauses',
      access: 'public',
      answer: schemesSchema,
      handle: async () => ({ items: schemes.map(schemeView) }),
    }),
  ];
}

const copy = ({ text, checked }: Clause): Clause => ({ text, checked });

function schemeView({ levels, documents, renewal, surveillance, suspension, documentsClause, ...scheme }: Scheme) {
  return {
    id: scheme.id,
    name: scheme.name,
    authority: scheme.authority,
    applications: scheme.applications,
    applicationsClause: copy(scheme.applicationsClause),
    validity: { years: scheme.validity.years, clause: copy(scheme.validity.clause) },
    ...(renewal && { renewal }),
    ...(surveillance && { surveillance }),
    ...(suspension && { suspension }),
    ...(levels && { levels: [...levels] }),
    documents: documents.map((document) => ({ code: document.code, name: document.name, for: [...document.for] })),
    ...(documentsClause && { documentsClause: copy(documentsClause) }),
    feeYuan: 0 as const,
  };
}
