import type { Router } from 'express';
import {
  type ConformityPageView,
  conformityTexts,
  renderConformityPage,
  renderUnknownNumberPage,
} from '../../../web/consumer/index.ts';
import { sendRecord } from '../../http/public-page.ts';
import { readNumber } from '../rules/number.ts';
import { formById } from './rules/forms.ts';
import type { ConformityService } from './service.ts';

type Found = NonNullable<Awaited<ReturnType<ConformityService['publicCertificate']>>>;

/** `/c/{number}`: the electronic form of a conformity certificate, and whether it holds; `Accept: application/json` gives JSON. */
export function addConformityPages(router: Router, conformity: Pick<ConformityService, 'publicCertificate'>): void {
  router.get('/c/:number', async (request, response) => {
    const number = readNumber(request.params.number, 'H');
    const found = number === null ? null : await conformity.publicCertificate(number);
    sendRecord(request, response, {
      view: found && publicView(found),
      absent: `There is no certificate ${request.params.number}`,
      page: renderConformityPage,
      absentPage: (language) =>
        renderUnknownNumberPage(
          language,
          conformityTexts.unknownTitle,
          conformityTexts[number === null ? 'mistyped' : 'unknown'],
        ),
    });
  });
}

/** Named public fields alone: who issued it by which account, and how to reach a person, are not among them. */
function publicView({ record, batchStatus, checkAt }: Found): ConformityPageView {
  const text = formById(record.formId);
  return {
    number: record.number,
    url: checkAt,
    state: record.state,
    batchCode: record.batchCode,
    batchStatus,
    form: record.form,
    clause: text.clause,
    promises: text.promises.map(({ zh, en }) => ({ zh, en })),
    bases: text.bases.map(({ code, zh, en }) => ({ text: { zh, en }, ticked: record.bases.includes(code) })),
    product: { name: record.productName, ...(record.productNameEn !== undefined && { nameEn: record.productNameEn }) },
    quantity: { value: record.quantity.value, unit: record.quantity.unit },
    origin: record.origin,
    producerName: record.producerName,
    producerKind: record.producerKind,
    issuedAt: record.issuedAt.toISOString(),
    received: [...record.received],
    ...(record.endedAt && { endedAt: record.endedAt.toISOString() }),
  };
}
