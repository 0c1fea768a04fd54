import data from './data/schemes.json' with { type: 'json' };

export const schemeIds = ['green-food', 'organic', 'geographical-indication', 'gap'] as const;
export type SchemeId = (typeof schemeIds)[number];

export const applicationKinds = ['new', 'renewal'] as const;
export type ApplicationKind = (typeof applicationKinds)[number];

interface Text {
  zh: string;
  en: string;
}

/** Where a figure stands, and how far that was checked. */
export interface Clause {
  text: string;
  checked: 'read' | 'quoted' | 'memory';
}

export interface DemandedDocument {
  code: string;
  name: Text;
  for: readonly ApplicationKind[];
}

/** What is certified, by whose rules and how: a row of data. */
export interface Scheme {
  id: SchemeId;
  name: Text;
  authority: Text;
  /** `taken` here, decided `elsewhere` and recorded here, or `none` any more. */
  applications: 'taken' | 'elsewhere' | 'none';
  applicationsClause: Clause;
  /** `null`: it never expires. */
  validity: { years: number | null; clause: Clause };
  renewal?: { monthsBefore: number; clause: Clause };
  surveillance?: { everyMonths: number; clause: Clause };
  suspension?: { leastMonths: number; mostMonths: number; clause: Clause };
  levels?: readonly string[];
  documents: readonly DemandedDocument[];
  documentsClause?: Clause;
}

export const schemes = data.schemes as readonly Scheme[];

export function schemeOf(id: SchemeId): Scheme {
  const found = schemes.find((scheme) => scheme.id === id);
  if (!found) throw new Error(`there is no scheme ${id}`);
  return found;
}

/** `null` where applications of this scheme are taken here, else why not. */
export function whyNoApplication({ applications, name, applicationsClause }: Scheme): Text | null {
  if (applications === 'taken') return null;
  const clause = applicationsClause.text;
  return applications === 'none'
    ? {
        zh: `${name.zh}不再受理新申请（${clause}）；已有证书可登记`,
        en: `${name.en}: no new applications are taken; existing certificates are recorded (${clause})`,
      }
    : {
        zh: `${name.zh}不在本平台申请（${clause}）；证书可登记、核对`,
        en: `${name.en} is not applied for here; certificates are recorded and checked (${clause})`,
      };
}

/** What such an application must bring along. */
export function demandedOf({ documents }: Scheme, kind: ApplicationKind): DemandedDocument[] {
  return documents.filter((document) => document.for.includes(kind));
}
