import type { Router } from 'express';
import {
  type CertificatePageView,
  certificateTexts,
  conformityTexts,
  renderCertificatePage,
  renderUnknownNumberPage,
} from '../../../web/consumer/index.ts';
import { sendRecord } from '../../http/public-page.ts';
import { readNumber } from '../rules/number.ts';
import { schemeOf } from '../schemes/schemes.ts';
import { standingOf } from './lifecycle.ts';
import type { CertificatesService } from './service.ts';

type Found = NonNullable<Awaited<ReturnType<CertificatesService['publicCertificate']>>>;

/** `/certificates/{number}`: whether a certificate is genuine and holds today; `Accept: application/json` gives JSON. */
export function addCertificatePages(
  router: Router,
  certificates: Pick<CertificatesService, 'publicCertificate'>,
): void {
  router.get('/certificates/:number', async (request, response) => {
    const number = readNumber(request.params.number, 'C');
    const found = number === null ? null : await certificates.publicCertificate(number);
    sendRecord(request, response, {
      view: found && publicView(found),
      absent: `There is no certificate ${request.params.number}`,
      page: renderCertificatePage,
      absentPage: (language) =>
        renderUnknownNumberPage(
          language,
          certificateTexts.unknownTitle,
          number === null ? conformityTexts.mistyped : certificateTexts.unknown,
        ),
    });
  });
}

/** Named public fields alone; reasons and people are not among them. */
function publicView({ record, today, checkAt }: Found): CertificatePageView {
  const scheme = schemeOf(record.scheme);
  const standing = standingOf(record, today);
  const since = record.history.findLast(({ verb }) => verb === 'suspend' || verb === 'withdraw')?.at;
  return {
    number: record.number,
    url: checkAt,
    scheme: { zh: scheme.name.zh, en: scheme.name.en },
    standing,
    ...((standing === 'suspended' || standing === 'withdrawn') && since && { since: since.toISOString() }),
    producerName: record.producerName,
    producerKind: record.producerKind,
    productName: record.productName,
    ...(record.level !== undefined && { level: record.level }),
    ...(record.issuer !== undefined && { issuer: record.issuer }),
    ...(record.externalNumber !== undefined && { externalNumber: record.externalNumber }),
    validFrom: record.validFrom,
    ...(record.validTo !== undefined && { validTo: record.validTo }),
  };
}
