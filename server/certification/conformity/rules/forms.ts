import dutiesData from '../data/duties.json' with { type: 'json' };
import formsData from '../data/forms.json' with { type: 'json' };

export const formKinds = ['producer', 'purchaser'] as const;
export type FormKind = (typeof formKinds)[number];

export const basisCodes = ['quality-control', 'own-test', 'commissioned-test', 'own-promise'] as const;
export type BasisCode = (typeof basisCodes)[number];

interface Text {
  zh: string;
  en: string;
}

/** The text of a certificate, as a rule sets it for a time. Days are YYYY-MM-DD in China, first and last included. */
export interface Form {
  id: string;
  form: FormKind;
  effectiveFrom: string;
  effectiveTo?: string;
  clause: string;
  promises: readonly Text[];
  bases: readonly (Text & { code: BasisCode })[];
}

/** What the law asks of one kind of party. */
export interface Duty {
  kind: string;
  form: FormKind;
  duty: 'must' | 'may';
  effectiveFrom: string;
  effectiveTo?: string;
  clause: string;
}

export const forms = formsData.forms as readonly Form[];
export const duties = dutiesData.duties as readonly Duty[];
export const keeping = dutiesData.keeping;
export const sellersThatMustIssue = dutiesData.sellersThatMustIssue;

function inForce({ effectiveFrom, effectiveTo }: Pick<Form, 'effectiveFrom' | 'effectiveTo'>, day: string): boolean {
  return effectiveFrom <= day && (effectiveTo === undefined || day <= effectiveTo);
}

/** `undefined` where no rule sets such a form on that day. */
export function formOn(day: string, kind: FormKind): Form | undefined {
  return forms.find((form) => form.form === kind && inForce(form, day));
}

/** @throws Error for an id that no row ever had: rows are never taken away */
export function formById(id: string): Form {
  const found = forms.find((form) => form.id === id);
  if (!found) throw new Error(`there is no form ${id}`);
  return found;
}

/** `undefined`: such a party issues none in this form. */
export function dutyOn(day: string, kind: string, form: FormKind): Duty | undefined {
  return duties.find((duty) => duty.kind === kind && duty.form === form && inForce(duty, day));
}

/** The first day on which the record of issue need not be kept any more: so many months later, by the calendar. */
export function keptUntil(issuedAt: Date, months: number = keeping.months): Date {
  const end = new Date(issuedAt);
  const day = end.getUTCDate();
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, lastDay));
  return end;
}
