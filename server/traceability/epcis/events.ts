import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ClientSession } from 'mongoose';
import type { Context } from '../../context.ts';
import { system } from '../../database/change-log/actor.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { Conflict, InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayDo } from '../../identity/rights/ability.ts';
import type { ProducersService } from '../../producers/index.ts';
import { type EpcisForm, type EventRecord, type FarmInput, traceabilityModels } from '../model.ts';
import type { Draft, Recorder } from '../record-event.ts';
import type { EpcisEvent } from '../rules/epcis/event.ts';
import { hashIdentifier, hashInput, isHashIdentifier } from '../rules/epcis/event-hash.ts';
import { facetsOf } from '../rules/epcis/facets.ts';
import { farmInputOf } from '../rules/epcis/farm-input.ts';
import type { Prefixes } from '../rules/epcis/names.ts';
import { type OwnNames, stepOf, toldOf } from '../rules/epcis/own-event.ts';
import { type Subject, type Subjects, subjectsOf } from '../rules/epcis/subjects.ts';
import { withDigitalLinks, withFullIdentifiers } from '../rules/epcis/translate.ts';
import { canonicalValue } from '../rules/epcis/vocabulary.ts';
import { canonicalIdentifier, type OwnBatchOf } from '../rules/gs1/identifier.ts';
import { placeAround, producerIdentifier, siteIdOf } from '../rules/gs1/place.ts';
import { eventKey } from '../rules/lineage-rows.ts';
import { farmInput } from '../schema.ts';

/** An event with its id, as it will be stored. */
export interface IdentifiedEvent {
  event: EpcisEvent & { eventID: string };
  context: unknown;
  prefixes: Prefixes;
}

export interface Captured {
  record: EventRecord;
  /** False: the very same event was in the store. */
  isNew: boolean;
}

/** Gives an event without an id the one of CBV 2.0, 8.9: the same event sent again gets the same. */
export function identified(event: EpcisEvent, context: unknown, prefixes: Prefixes): IdentifiedEvent {
  const eventID = event.eventID ?? hashOf(event, prefixes);
  return { event: { ...event, eventID }, context, prefixes };
}

function hashOf(event: EpcisEvent, prefixes: Prefixes): string {
  return hashIdentifier(createHash('sha256').update(hashInput(event, prefixes)).digest('hex'));
}

export interface EpcisDependencies {
  recorder: Recorder;
  producers: Pick<ProducersService, 'findSite'>;
  ownBatchOf: OwnBatchOf;
  names: OwnNames;
}

/** Stores events of other systems whole, beside those recorded here (ADR 39). */
export function createEpcisEvents(context: Context, { recorder, producers, ownBatchOf, names }: EpcisDependencies) {
  const { TraceEvent } = traceabilityModels(context.connection);
  const everywhere = unscoped('an id is given once, whoever may see the event');

  const placeOf = async (caller: Caller, event: EpcisEvent) => {
    const place = event.readPoint ?? event.bizLocation;
    const siteId = place && siteIdOf(canonicalIdentifier(place.id, ownBatchOf));
    if (siteId === undefined) return null;
    const site = await producers.findSite(caller, siteId);
    if (!site) throw InvalidInput.field(event.readPoint ? '/readPoint/id' : '/bizLocation/id', 'is not a known site');
    return site;
  };

  const draftOf = async (
    caller: Caller,
    identifiedEvent: IdentifiedEvent,
    key: string,
    captureId?: string,
  ): Promise<Draft> => {
    const { event, prefixes } = identifiedEvent;
    const meant = withFullIdentifiers(event, prefixes);
    const site = await placeOf(caller, meant);
    const bizStep = event.bizStep && canonicalValue('bizStep', event.bizStep, prefixes);
    const subjects = subjectsOf(meant, ownBatchOf);
    const all = [...subjects.inputs, ...subjects.outputs, ...subjects.others];
    const quantity = subjects.others.length === 1 ? subjects.others[0]?.quantity : undefined;
    const hash = isHashIdentifier(event.eventID) ? hashOf(event, prefixes) : event.eventID;
    const step = stepOf(event, bizStep);
    const input = step === 'treat' ? farmInput.safeParse(farmInputOf(event)).data : undefined;
    const form: EpcisForm = {
      eventId: event.eventID,
      key,
      type: event.type,
      ...(event.action && { action: event.action }),
      ...(bizStep && { bizStep }),
      body: JSON.stringify(event),
      context: JSON.stringify(identifiedEvent.context ?? null),
      digest: digestOf(event),
      ...(captureId !== undefined && { captureId }),
      ...(hash !== event.eventID && { differingHash: hash }),
      facets: facetsOf(meant, {
        prefixes,
        ownBatchOf,
        ancestorsOf: (place) => (site ? [producerIdentifier(site.producerId.toHexString())] : placeAround(place)),
      }),
    };
    return {
      step,
      ...(input && { input: input as FarmInput }),
      at: new Date(event.eventTime),
      batchCodes: [...new Set(all.map(({ code }) => code))],
      inputs: subjects.inputs.map(share),
      outputs: subjects.outputs.map(share),
      ...(subjects.packing && { packing: packingOf(subjects.packing) }),
      ...(site && { siteId: site._id }),
      ...(quantity && { quantity }),
      named: [
        ...subjects.inputs.flatMap((subject) => named(subject, true)),
        ...[...subjects.outputs, ...subjects.others].flatMap((subject) => named(subject, false)),
      ],
      place: site,
      epcis: form,
    };
  };

  const storedAs = (key: string, session: ClientSession) =>
    TraceEvent.findOne({ 'epcis.key': key }, null, everywhere).session(session).lean<EventRecord>();

  /**
   * The very same event where it is stored, which may name its things by URNs or by Digital Links; else the key that it gets. An id that
   * is a hash says nothing that its content does not: another content under it is another event, and no reason to refuse it.
   * @throws Conflict when its id is another event's
   */
  const findSame = async (caller: Caller, given: IdentifiedEvent, session: ClientSession) => {
    const { event, prefixes } = given;
    const key = eventKey(event.eventID, event.errorDeclaration !== undefined);
    const found = await storedAs(key, session);
    if (!found) return { key };
    const readable = mayDo(caller, 'events:read', found);
    if (readable && digestOf(withDigitalLinks(toldOf(found, names))) === digestOf(withDigitalLinks(event)))
      return { same: found };
    if (isHashIdentifier(event.eventID)) {
      const ofContent = `${key} ${hashOf(event, prefixes)}`;
      const same = await storedAs(ofContent, session);
      if (!same || mayDo(caller, 'events:read', same)) return same ? { same } : { key: ofContent };
    }
    const where = readable && found.epcis.captureId ? `, by capture ${found.epcis.captureId}` : '';
    throw new Conflict(`Another event with the id ${event.eventID} was recorded before${where}`, [
      { pointer: '/eventID', message: 'is the id of another event' },
    ]);
  };

  const ofEarlierVersions = unscoped('what was packed follows from the event, whoever may see it');

  return {
    /** Reads from the events of earlier versions what was packed into what. */
    async completeOlder(): Promise<void> {
      const missing = { 'epcis.facets.tokens': 'eventType=AggregationEvent', packing: { $exists: false } };
      const found = TraceEvent.find(missing, null, ofEarlierVersions).lean<EventRecord>().cursor();
      for await (const event of found) {
        const { packing } = subjectsOf(JSON.parse(event.epcis.body ?? '{}'), ownBatchOf);
        if (packing)
          await inTransaction(context, system('traceability'), (work) =>
            recorder.completePacking(work, { ...event, packing: packingOf(packing) }),
          );
      }
    },

    /**
     * Stores one event in this unit of work; the very same event is there once, however often it is sent.
     * @throws Conflict when its id is another event's
     */
    async store(work: Work, caller: Caller, event: IdentifiedEvent, captureId?: string): Promise<Captured> {
      const { same, key } = await findSame(caller, event, work.session);
      if (same) return { record: same, isNew: false };
      const draft = await draftOf(caller, event, key, captureId);
      return { record: await recorder.record(work, caller, draft), isNew: true };
    },
  };
}

function share({ code, quantity }: Subject) {
  return { batchCode: code, ...(quantity && { quantity }) };
}

function packingOf({ container, contents }: NonNullable<Subjects['packing']>): NonNullable<EventRecord['packing']> {
  return { container: container.code, contents: contents.map(share) };
}

function named({ own, pointer, code }: Subject, isInput: boolean): Draft['named'] {
  return own ? [{ pointer, code, isInput }] : [];
}

/** The time of recording is ours to tell, whatever was sent. */
function digestOf({ recordTime: _, ...event }: EpcisEvent): string {
  return createHash('sha256')
    .update(canonicalize(event) ?? '')
    .digest('hex');
}

export type EpcisEvents = ReturnType<typeof createEpcisEvents>;
