import { Decimal } from 'decimal.js';

/** When a rapid method's result counts as positive: a row of data. */
export interface RapidMethod {
  method: string;
  unit: string;
  /** From this value on, in `unit`. Decimal text. */
  positiveFrom: string;
}

/**
 * Is the rapid test positive? `null`: it is not valid, or there is no rule for this method, or a value or unit that the rule does not
 * know, so nobody can tell.
 * Inhibition is not a concentration: it is never converted and never compared with a limit.
 */
export function isPositive(
  result: { method?: string | undefined; value: string; unit: string; invalid?: string | undefined },
  methods: readonly RapidMethod[],
): boolean | null {
  if (result.invalid !== undefined) return null;
  const rule = methods.find(({ method }) => result.method !== undefined && isEdition(result.method, method));
  const value = result.value.normalize('NFKC').trim();
  if (!rule || result.unit.normalize('NFKC').trim() !== rule.unit || !/^-?\d+(\.\d+)?$/.test(value)) return null;
  return new Decimal(value).gte(rule.positiveFrom);
}

/** Whether the method, in whatever edition, is one of the rapid ones. */
export function isRapidMethod(method: string, methods: readonly Pick<RapidMethod, 'method'>[]): boolean {
  return methods.some((rapid) => isEdition(method, rapid.method));
}

/** `GB/T 5009.199-2003` and `gb/t5009.199` are the method GB/T 5009.199; GB/T 5009.1990 is not. */
function isEdition(written: string, method: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '').replaceAll(/[—–]/g, '-');
  return plain(written).replace(/-\d{4}$/, '') === plain(method);
}

/** The natural key of a result: the same delivered twice is stored once. */
export function rapidKey(result: { device: string; sample: string; analyte: string; at: Date }): string {
  return [result.device, result.sample, result.analyte, result.at.toISOString()]
    .map((part) => part.replaceAll('%', '%25').replaceAll('|', '%7C'))
    .join('|');
}
