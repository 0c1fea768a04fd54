import type { z } from 'zod';
import { decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { holds, mayDo, noRight } from '../../identity/rights/ability.ts';
import { schemeOf } from '../schemes/schemes.ts';
import { certificateTransition, certificateVerbs, standingOf, whyRefused } from './lifecycle.ts';
import type { CertificateRecord } from './model.ts';
import { nextVisit, renewalDay } from './rules/terms.ts';
import type { certificateSchema } from './schema.ts';

export type CertificateView = z.infer<typeof certificateSchema>;

/** A certificate as this caller may see it on a day (YYYY-MM-DD in China). */
export function certificateView(
  record: CertificateRecord,
  caller: Caller,
  { today, divisionName, checkAt }: { today: string; divisionName: string; checkAt: string },
): CertificateView {
  const scheme = schemeOf(record.scheme);
  const visits = record.visits.map(({ on }) => on);
  const renewBy = renewalDay(record.validTo, scheme.renewal?.monthsBefore);
  const nextVisitBy = nextVisit({ ...record, visits }, scheme.surveillance?.everyMonths);
  const { externalNumber, issuer, level, renews, validTo } = record;
  return {
    id: record._id.toHexString(),
    number: record.number,
    ...(externalNumber !== undefined && { externalNumber }),
    ...(issuer !== undefined && { issuer }),
    scheme: record.scheme,
    schemeName: { zh: scheme.name.zh, en: scheme.name.en },
    ...(level !== undefined && { level }),
    producerId: record.producerId.toHexString(),
    producerKind: record.producerKind as CertificateView['producerKind'],
    producerName: record.producerName,
    divisionCode: record.divisionCode,
    divisionName,
    productName: record.productName,
    categoryCode: record.categoryCode,
    ...(record.applicationId && { applicationId: record.applicationId.toHexString() }),
    ...(renews !== undefined && { renews }),
    validFrom: record.validFrom,
    ...(validTo !== undefined && { validTo }),
    standing: standingOf(record, today),
    ...(renewBy !== undefined && { renewBy }),
    ...(nextVisitBy !== undefined && { nextVisitBy }),
    visits: record.visits.map(({ on, passed, note, by, at }) => ({
      on,
      passed,
      ...(note !== undefined && { note }),
      by,
      at: at.toISOString(),
    })),
    history: record.history.map(({ verb, by, at, reason, proposalId }) => ({
      verb,
      by,
      at: at.toISOString(),
      ...(reason !== undefined && { reason }),
      ...(proposalId !== undefined && { proposalId }),
    })),
    createdAt: record.createdAt.toISOString(),
    checkAt,
    ...decideVerbs(certificateVerbs.map(certificateTransition), ({ verb, permission }) =>
      holds(caller, permission) && mayDo(caller, permission, record) ? whyRefused(record, verb, today) : noRight,
    ),
  };
}
