import steps from '../../data/steps.json' with { type: 'json' };
import unitCodes from '../../data/unit-codes.json' with { type: 'json' };
import type { EventRecord, Quantity, StepKind } from '../../model.ts';
import type { EpcisEvent, QuantityElement } from './event.ts';
import { farmInputFields } from './farm-input.ts';
import { lotData } from './lot-data.ts';
import { bareValue } from './vocabulary.ts';

interface EpcisStep {
  type: 'ObjectEvent' | 'TransformationEvent';
  action?: 'ADD' | 'OBSERVE' | 'DELETE';
  bizStep: string;
}
const ofStep = steps.steps as Record<Exclude<StepKind, 'other'>, EpcisStep>;
const codes: Readonly<Record<string, string>> = unitCodes.codes;

/** The namespace of what EPCIS has no field for, and its usual prefix. */
export const ownNamespace = { agritrace: 'urn:agritrace:vocabulary:' };

/** As EPCIS type, action and business step; of a step that others have recorded what they said stands with the event. */
export function epcisStep(step: StepKind): EpcisStep | undefined {
  return step === 'other' ? undefined : ofStep[step];
}

/** Which step of ours an event of another system is. */
export function stepOf(event: Pick<EpcisEvent, 'type'>, bizStep: string | undefined): StepKind {
  if (event.type === 'TransformationEvent') return 'transform';
  const known = Object.entries(ofStep).find(([, step]) => step.bizStep === bizStep && step.type === 'ObjectEvent');
  return known ? (known[0] as StepKind) : 'other';
}

/** How the platform's batches and sites are named to others. */
export interface OwnNames {
  batch(code: string): string;
  site(id: string): string;
}

type Recorded = Pick<
  EventRecord,
  'step' | 'at' | 'batchCodes' | 'inputs' | 'outputs' | 'quantity' | 'input' | 'note' | 'lot'
> & {
  eventId: string;
  siteId?: string;
  destinationSiteId?: string;
};

/** The record with its sites by their ids as text. */
export function withPlainIds<Fields extends Pick<EventRecord, 'siteId' | 'destinationSiteId'>>({
  siteId,
  destinationSiteId,
  ...event
}: Fields) {
  return {
    ...event,
    ...(siteId && { siteId: siteId.toHexString() }),
    ...(destinationSiteId && { destinationSiteId: destinationSiteId.toHexString() }),
  };
}

/** An event that was recorded here, as EPCIS 2.0 tells it. All times are told with China's offset. */
export function epcisOf(event: Recorded, names: OwnNames): EpcisEvent {
  const step = epcisStep(event.step);
  const quantities = (shares: { batchCode: string; quantity?: Quantity }[]): QuantityElement[] =>
    shares.map(({ batchCode, quantity }) => ({ epcClass: names.batch(batchCode), ...quantityOf(quantity) }));
  const place = event.siteId === undefined ? undefined : { id: names.site(event.siteId) };
  return {
    type: step?.type ?? 'ObjectEvent',
    eventID: event.eventId,
    eventTime: event.at.toISOString(),
    eventTimeZoneOffset: '+08:00',
    ...(step?.type === 'TransformationEvent'
      ? { inputQuantityList: quantities(event.inputs), outputQuantityList: quantities(event.outputs) }
      : {
          action: step?.action ?? 'OBSERVE',
          quantityList: quantities(
            event.batchCodes.map((batchCode) => ({ batchCode, ...(event.quantity && { quantity: event.quantity }) })),
          ),
        }),
    ...(step && { bizStep: bareValue('bizStep', step.bizStep) }),
    ...(place && { readPoint: place, bizLocation: place }),
    ...(event.destinationSiteId !== undefined && {
      destinationList: [{ type: 'location', destination: names.site(event.destinationSiteId) }],
    }),
    ...(event.input && farmInputFields(event.input)),
    ...(event.note && { 'agritrace:note': event.note }),
    ...(event.lot && { ilmd: { ...lotData(event.lot) } }),
  };
}

/** The event as it was sent, or as EPCIS 2.0 tells what was recorded here. */
export function toldOf(record: EventRecord, names: OwnNames): EpcisEvent {
  const { body, eventId } = record.epcis;
  return body === undefined ? epcisOf(withPlainIds({ ...record, eventId }), names) : JSON.parse(body);
}

/** A unit without a common code is told as it is, beside the number: EPCIS has no field for it. */
function quantityOf(quantity: Quantity | undefined): Pick<QuantityElement, 'quantity' | 'uom'> {
  const code = quantity && (Object.hasOwn(codes, quantity.unit) ? codes[quantity.unit] : undefined);
  return quantity && code !== undefined ? { quantity: quantity.value, uom: code } : {};
}
