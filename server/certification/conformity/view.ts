import type { z } from 'zod';
import { decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { holds, mayDo, noRight } from '../../identity/rights/ability.ts';
import { conformityTransitions, whyRefused } from './lifecycle.ts';
import type { ConformityRecord } from './model.ts';
import { formById, keptUntil } from './rules/forms.ts';
import type { conformitySchema } from './schema.ts';

export type ConformityView = z.infer<typeof conformitySchema>;

export interface Beside {
  batchStatus: ConformityView['batchStatus'];
  divisionName: string;
  checkAt: string;
}

/** A certificate as this caller may see it, with what may be done about it. */
export function conformityView(record: ConformityRecord, caller: Caller, beside: Beside): ConformityView {
  const text = formById(record.formId);
  return {
    id: record._id.toHexString(),
    number: record.number,
    form: record.form,
    formId: record.formId,
    clause: text.clause,
    promises: text.promises.map(({ zh, en }) => ({ zh, en })),
    bases: text.bases.map(({ code, zh, en }) => ({ code, text: { zh, en }, ticked: record.bases.includes(code) })),
    batchCode: record.batchCode,
    productName: record.productName,
    ...(record.productNameEn !== undefined && { productNameEn: record.productNameEn }),
    producerId: record.producerId.toHexString(),
    producerKind: record.producerKind as ConformityView['producerKind'],
    producerName: record.producerName,
    divisionCode: record.divisionCode,
    quantity: { value: record.quantity.value, unit: record.quantity.unit },
    origin: record.origin,
    tests: [...record.tests],
    received: [...record.received],
    receivedElsewhere: record.receivedElsewhere.map(({ kind, from, number }) => ({
      kind,
      from,
      ...(number !== undefined && { number }),
    })),
    state: record.state,
    issuedAt: record.issuedAt.toISOString(),
    issuedBy: record.issuedBy,
    onBehalf: record.onBehalf,
    keptUntil: keptUntil(record.issuedAt).toISOString(),
    ...(record.endedAt && { endedAt: record.endedAt.toISOString() }),
    ...(record.endedBy !== undefined && { endedBy: record.endedBy }),
    ...(record.reason !== undefined && { reason: record.reason }),
    ...beside,
    ...decideVerbs(conformityTransitions, ({ verb, permission }) =>
      holds(caller, permission) && mayDo(caller, permission, record) ? whyRefused(record.state, verb) : noRight,
    ),
  };
}
