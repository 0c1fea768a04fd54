import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { findPage } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import type { ProducersService, SiteRecord } from '../producers/index.ts';
import { type EventRecord, traceabilityModels } from './model.ts';
import type { Draft, Recorder } from './record-event.ts';
import { declaresError } from './rules/lineage-rows.ts';
import type { createEventBody, listEventsQuery } from './schema.ts';
import { eventView } from './view.ts';

type NewEvent = z.infer<typeof createEventBody>;

/** Records what happened to batches; an event, its lineage rows and the holds it passes on are written together. */
export function createCapture(
  context: Context,
  deps: { producers: Pick<ProducersService, 'findSite' | 'sitesById'>; recorder: Recorder },
) {
  const { TraceEvent } = traceabilityModels(context.connection);

  const sitesOf = (events: Pick<EventRecord, 'siteId' | 'destinationSiteId'>[]) =>
    deps.producers.sitesById(
      events.flatMap(({ siteId, destinationSiteId }) =>
        [siteId, destinationSiteId].flatMap((id) => (id ? [id.toHexString()] : [])),
      ),
    );

  /** The place is the caller's own. Goods may be sent to anybody's site, but not in anybody's vehicle. */
  const requireSites = async (caller: Caller, body: NewEvent): Promise<SiteRecord | null> => {
    const place = body.siteId ? await deps.producers.findSite(caller, body.siteId) : null;
    if (body.siteId && !place) throw InvalidInput.field('/siteId', 'is not a known site');
    const destination = body.destinationSiteId;
    if (destination && !(await deps.producers.findSite(caller, destination))) {
      const elsewhere = body.step === 'ship' && (await deps.producers.sitesById([destination])).get(destination);
      if (!elsewhere || elsewhere.kind === 'vehicle')
        throw InvalidInput.field('/destinationSiteId', 'is not a known site');
    }
    return place;
  };

  return {
    async createEvent(caller: Caller, body: NewEvent) {
      const at = new Date(body.at);
      if (at.getTime() > context.clock().getTime() + 60_000) throw InvalidInput.field('/at', 'lies in the future');
      const place = await requireSites(caller, body);
      const draft: Draft = {
        ...storedForm(body),
        at,
        place,
        named: namedBatches(body),
        batchCodes: namedBatches(body).map(({ code }) => code),
      };
      const event = await inTransaction(context, actorOf(caller), (work) => deps.recorder.record(work, caller, draft));
      return eventView(event, await sitesOf([event]));
    },

    async listEvents(caller: Caller, query: z.infer<typeof listEventsQuery>) {
      const filter = query.batch ? { batchCodes: query.batch } : {};
      const scoped = within(caller, 'events:read');
      const page = await findPage(TraceEvent, filter, { ...query, order: 'descending' }, scoped);
      const events = page.items as EventRecord[];
      const sites = await sitesOf(events);
      return { items: events.map((event) => eventView(event, sites)), nextCursor: page.nextCursor };
    },

    async getEvent(caller: Caller, id: string) {
      const event = await TraceEvent.findById(id, null, within(caller, 'events:read')).lean<EventRecord>();
      if (!event) throw new NotFound('There is no such event');
      return eventView(event, await sitesOf([event]));
    },

    /** All events of these batches in order of time, with the sites they name; none that was declared wrong. */
    async eventsOf(codes: string[]) {
      const found = await TraceEvent.find(
        { batchCodes: { $in: codes } },
        null,
        unscoped('the trace answers for who sees what'),
      )
        .sort({ at: 1, _id: 1 })
        .lean<EventRecord[]>();
      const events = found.filter((event) => !event.declaredWrong && !declaresError(event));
      return { events, sites: await sitesOf(events) };
    },
  };
}

function namedBatches(body: NewEvent): Draft['named'] {
  if (body.step !== 'transform')
    return body.batchCode ? [{ pointer: '/batchCode', code: body.batchCode, isInput: false }] : [];
  const shares = (list: 'inputs' | 'outputs') =>
    (body[list] ?? []).map(({ batchCode }, index) => ({
      pointer: `/${list}/${index}/batchCode`,
      code: batchCode,
      isInput: list === 'inputs',
    }));
  return [...shares('inputs'), ...shares('outputs')];
}

function storedForm(body: NewEvent) {
  const objectId = (id: string | undefined) => (id ? new Types.ObjectId(id) : undefined);
  const siteId = objectId(body.siteId);
  const destinationSiteId = objectId(body.destinationSiteId);
  return {
    step: body.step,
    inputs: body.step === 'transform' ? (body.inputs ?? []) : [],
    outputs: body.step === 'transform' ? (body.outputs ?? []) : [],
    ...(siteId && { siteId }),
    ...(destinationSiteId && { destinationSiteId }),
    ...(body.quantity && { quantity: body.quantity }),
    ...(body.input && { input: body.input }),
    ...(body.note && { note: body.note }),
  } as Pick<
    EventRecord,
    'step' | 'inputs' | 'outputs' | 'siteId' | 'destinationSiteId' | 'quantity' | 'input' | 'note'
  >;
}

export type Capture = ReturnType<typeof createCapture>;
