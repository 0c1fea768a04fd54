import { decideVerbs } from '../http/fields.ts';
import type { Caller } from '../identity/index.ts';
import { mayDo, noRight } from '../identity/rights/ability.ts';
import type { SiteRecord } from '../producers/index.ts';
import { batchTransitions, whyRefused } from './lifecycle.ts';
import type { BatchRecord, EventRecord, FarmInput, HoldReason } from './model.ts';
import { reasonFromElsewhere } from './rules/public-reason.ts';

/** A reason as the caller may read it; `origins` are the batches within the caller's reach. */
export function reasonView(told: HoldReason, origins: ReadonlySet<string>) {
  const reason = told.fromBatch === undefined || origins.has(told.fromBatch) ? told : reasonFromElsewhere(told);
  return {
    kind: reason.kind,
    text: { zh: reason.text.zh, en: reason.text.en },
    at: reason.at.toISOString(),
    ...(reason.sampleId && { sampleId: reason.sampleId }),
    ...(reason.fromBatch && { fromBatch: reason.fromBatch }),
    ...(reason.by && { by: reason.by }),
  };
}

export function batchView(
  batch: BatchRecord,
  caller: Caller,
  {
    siteName,
    traceUrl,
    digitalLink,
    origins,
  }: { siteName: string | undefined; traceUrl: string; digitalLink?: string; origins: ReadonlySet<string> },
) {
  return {
    id: batch.code,
    code: batch.code,
    ...(batch.gtin && { gtin: batch.gtin }),
    productId: batch.productId.toHexString(),
    productName: batch.productName,
    producerId: batch.producerId.toHexString(),
    producerName: batch.producerName,
    ...(batch.siteId && { siteId: batch.siteId.toHexString() }),
    ...(siteName && { siteName }),
    divisionCode: batch.divisionCode,
    quantity: { value: batch.quantity.value, unit: batch.quantity.unit },
    ...(batch.bestBefore !== undefined && { bestBefore: batch.bestBefore }),
    status: batch.status,
    reasons: batch.reasons.map((reason) => reasonView(reason, origins)),
    createdAt: batch.createdAt.toISOString(),
    traceUrl,
    ...(digitalLink && { digitalLink }),
    ...decideVerbs(batchTransitions, ({ verb, permission }) =>
      mayDo(caller, permission, batch) ? whyRefused(batch, verb) : noRight,
    ),
  };
}

const shareView = ({ batchCode, quantity }: EventRecord['inputs'][number]) => ({
  batchCode,
  ...(quantity && { quantity: { value: quantity.value, unit: quantity.unit } }),
});

export function farmInputView({ name, dose, registrationNumber, area, preHarvestDays }: FarmInput) {
  return {
    name,
    ...(dose && { dose }),
    ...(registrationNumber && { registrationNumber }),
    ...(area && { area: { value: area.value, unit: area.unit } }),
    ...(preHarvestDays !== undefined && { preHarvestDays }),
  };
}

/** What anybody may read of an event on the consumer's page: what happened where, not who wrote it down or what they noted. */
export function publicEventView(event: EventRecord, sites: Map<string, SiteRecord>) {
  const place = event.siteId && sites.get(event.siteId.toHexString());
  const destination = event.destinationSiteId && sites.get(event.destinationSiteId.toHexString());
  return {
    id: event._id.toHexString(),
    eventId: event.epcis.eventId,
    type: event.epcis.type,
    ...(event.epcis.action && { action: event.epcis.action }),
    ...(event.epcis.bizStep && { bizStep: event.epcis.bizStep }),
    step: event.step,
    at: event.at.toISOString(),
    batchCodes: event.batchCodes,
    inputs: event.inputs.map(({ batchCode }) => ({ batchCode })),
    outputs: event.outputs.map(({ batchCode }) => ({ batchCode })),
    ...(place && { siteName: place.name }),
    ...(destination && { destinationSiteName: destination.name }),
    ...(event.quantity && { quantity: { value: event.quantity.value, unit: event.quantity.unit } }),
    ...(event.input && { input: farmInputView(event.input) }),
  };
}

/** The same event within the caller's reach. */
export function eventView(event: EventRecord, sites: Map<string, SiteRecord>) {
  return {
    ...publicEventView(event, sites),
    recordedAt: event.recordedAt.toISOString(),
    ...(event.epcis.differingHash && { computedEventId: event.epcis.differingHash }),
    ...(event.declaredWrong && { declaredWrongAt: event.declaredWrong.at.toISOString() }),
    recordedBy: event.recordedBy,
    divisionCode: event.divisionCode,
    inputs: event.inputs.map(shareView),
    outputs: event.outputs.map(shareView),
    ...(event.siteId && { siteId: event.siteId.toHexString() }),
    ...(event.destinationSiteId && { destinationSiteId: event.destinationSiteId.toHexString() }),
    ...(event.note && { note: event.note }),
  };
}
