import type { EventRecord } from '../model.ts';
import type { EpcisEvent } from '../rules/epcis/event.ts';
import { prefixesOf } from '../rules/epcis/names.ts';
import { type OwnNames, ownNamespace, toldOf } from '../rules/epcis/own-event.ts';
import { withDigitalLinks } from '../rules/epcis/translate.ts';
import type { CaptureJobRecord, SubscriptionRecord } from './model.ts';
import type { StoredQuery } from './named-queries.ts';

export type EpcFormat = 'No_Preference' | 'Always_GS1_Digital_Link' | 'Always_EPC_URN' | 'Never_Translates';

const standardContext = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

export interface QueryDocument {
  '@context': unknown[];
  type: 'EPCISQueryDocument';
  schemaVersion: '2.0';
  creationDate: string;
  epcisBody: {
    queryResults: { queryName: string; subscriptionID?: string; resultsBody: { eventList: EpcisEvent[] } };
  };
}

export interface ViewOptions {
  names: OwnNames;
  format: EpcFormat;
  now: Date;
  queryName?: string;
  subscriptionId?: string;
}

/** Events as one document; where two use a prefix for different things, each of them declares it for itself. */
export function queryDocument(events: EventRecord[], options: ViewOptions): QueryDocument {
  const shared: Record<string, string> = {};
  const eventList = events.map((record) => {
    const { event, declared } = storedEvent(record, options);
    const clash = Object.entries(declared).some(([prefix, namespace]) => (shared[prefix] ?? namespace) !== namespace);
    if (clash) return { ...event, '@context': [declared] };
    Object.assign(shared, declared);
    return event;
  });
  return {
    '@context': [standardContext, ...(Object.keys(shared).length > 0 ? [shared] : [])],
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: options.now.toISOString(),
    epcisBody: {
      queryResults: {
        queryName: options.queryName ?? 'SimpleEventQuery',
        ...(options.subscriptionId !== undefined && { subscriptionID: options.subscriptionId }),
        resultsBody: { eventList },
      },
    },
  };
}

/** The event as it was sent, with the time at which it was recorded here, and the prefixes that it needs. */
function storedEvent(record: EventRecord, { names, format }: ViewOptions) {
  const { body, context } = record.epcis;
  const translates = format === 'Always_GS1_Digital_Link' || format === 'No_Preference';
  const event = toldOf(record, names);
  if (body === undefined) return { event: recorded(event, record), declared: ownNamespace };
  const declared = declaredPrefixes(JSON.parse(context ?? 'null'));
  return { event: recorded(translates ? withDigitalLinks(event) : event, record), declared };
}

function recorded(event: EpcisEvent, { recordedAt }: EventRecord): EpcisEvent {
  return { ...event, recordTime: recordedAt.toISOString() };
}

/** What a document declares beside the standard's own prefixes. */
function declaredPrefixes(context: unknown): Record<string, string> {
  const standard = prefixesOf(null);
  return Object.fromEntries(
    Object.entries(prefixesOf(context)).filter(([prefix, namespace]) => standard[prefix] !== namespace),
  );
}

export function jobView(job: CaptureJobRecord) {
  return {
    captureID: job._id.toHexString(),
    createdAt: job.createdAt.toISOString(),
    ...(job.finishedAt && { finishedAt: job.finishedAt.toISOString() }),
    running: job.running,
    success: job.success,
    captureErrorBehaviour: job.captureErrorBehaviour,
    errors: job.faults.map(({ type, title, status, detail, index, places }) => ({
      type,
      title,
      status,
      detail,
      index,
      errors: places.map(({ pointer, message }) => ({ pointer, message })),
    })),
  };
}

export function queryView({ record, parameters, prefixes }: StoredQuery) {
  const declared = declaredPrefixes(prefixes);
  return {
    name: record.name,
    query: { ...parameters, ...(Object.keys(declared).length > 0 && { '@context': declared }) },
  };
}

/** The token stays here, and what an address may carry after its host. @param subscription in the clear */
export function subscriptionView(subscription: SubscriptionRecord) {
  const { schedule, lastNotifiedAt, lastFault } = subscription;
  return {
    subscriptionID: subscription._id.toHexString(),
    queryName: subscription.queryName,
    dest: new URL(subscription.dest).origin,
    createdAt: subscription.createdAt.toISOString(),
    stream: subscription.stream,
    ...(schedule !== undefined && { schedule: JSON.parse(schedule) }),
    reportIfEmpty: subscription.reportIfEmpty,
    minRecordTime: subscription.minRecordTime.toISOString(),
    ...(lastNotifiedAt && { lastNotifiedAt: lastNotifiedAt.toISOString() }),
    failures: subscription.failures,
    ...(lastFault !== undefined && { lastFault }),
  };
}
