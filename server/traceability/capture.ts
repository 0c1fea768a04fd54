import { type ClientSession, Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { findPage } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import { within } from '../identity/rights/within.ts';
import type { ProducersService, SiteRecord } from '../producers/index.ts';
import { createHolds } from './holds.ts';
import { createLineage } from './lineage.ts';
import { type BatchRecord, type EventRecord, traceabilityModels } from './model.ts';
import { whyNotMoved } from './rules/movement.ts';
import type { createEventBody, listEventsQuery } from './schema.ts';
import { eventView } from './view.ts';

/** What goods are made of, and what is received, may come from elsewhere: it is named by the code on its label. */
const namedInEvents = unscoped('whether the caller may name it is decided below');

type NewEvent = z.infer<typeof createEventBody>;

/** Records what happened to batches; an event, its lineage rows and the holds it passes on are written together. */
export function createCapture(context: Context, deps: { producers: Pick<ProducersService, 'findSite' | 'sitesById'> }) {
  const { Batch, TraceEvent } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);
  const holds = createHolds(context);

  const sitesOf = (events: Pick<EventRecord, 'siteId' | 'destinationSiteId'>[]) =>
    deps.producers.sitesById(
      events.flatMap(({ siteId, destinationSiteId }) =>
        [siteId, destinationSiteId].flatMap((id) => (id ? [id.toHexString()] : [])),
      ),
    );

  const requireBatches = async (caller: Caller, body: NewEvent, session: ClientSession) => {
    const found = new Map<string, BatchRecord>();
    for (const { pointer, code } of namedBatches(body)) {
      if (found.has(code)) throw InvalidInput.field(pointer, 'is named twice');
      const batch = await Batch.findOne({ code }, null, namedInEvents).session(session).lean<BatchRecord>();
      const isInput = pointer.startsWith('/inputs');
      const mayName =
        batch && (isInput || mayDo(caller, 'events:create', batch) || (await isReceived(batch, body, session)));
      if (!mayName) throw InvalidInput.field(pointer, `there is no batch ${code}`);
      found.set(code, batch);
    }
    return found;
  };

  /** Does the newest shipment of the batch name the site, which is the caller's, where it is now received? */
  const isReceived = async (batch: BatchRecord, body: NewEvent, session: ClientSession): Promise<boolean> => {
    if (body.step !== 'receive' || !body.siteId) return false;
    const shipped = await TraceEvent.findOne({ batchCodes: batch.code, step: 'ship' }, null, namedInEvents)
      .sort({ at: -1, _id: -1 })
      .session(session)
      .lean<EventRecord>();
    return shipped?.destinationSiteId?.toHexString() === body.siteId;
  };

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

  const refuseCycle = async (event: EventRecord, session: ClientSession): Promise<void> => {
    const sources = new Set(event.inputs.map(({ batchCode }) => batchCode));
    for (const { batchCode } of event.outputs)
      if ((await lineage.descendants(batchCode, session)).some((code) => sources.has(code)))
        throw new Conflict(`Batch ${batchCode} is a source of its own inputs`, [
          { pointer: '/outputs', message: 'a batch cannot be made of itself' },
        ]);
  };

  return {
    async createEvent(caller: Caller, body: NewEvent) {
      const at = new Date(body.at);
      if (at.getTime() > context.clock().getTime() + 60_000) throw InvalidInput.field('/at', 'lies in the future');
      const place = await requireSites(caller, body);
      const event = await inTransaction(context, actorOf(caller), async (work) => {
        const batches = await requireBatches(caller, body, work.session);
        for (const batch of batches.values()) {
          const reason = whyNotMoved(batch, body.step, at);
          if (reason) throw new Conflict(`${reason.zh} · ${reason.en}`);
        }
        const owner = batches.get(body.batchCode ?? body.outputs?.[0]?.batchCode ?? '');
        if (!owner) throw InvalidInput.field('/batchCode', 'must name the batch');
        const record: EventRecord = {
          ...storedForm(body),
          _id: new Types.ObjectId(),
          at,
          recordedAt: context.clock(),
          recordedBy: caller.username,
          batchCodes: [...batches.keys()],
          ...belongingTo(mayDo(caller, 'events:create', owner) || !place ? owner : place),
        };
        await refuseCycle(record, work.session);
        await TraceEvent.create([record], { session: work.session, ...within(caller, 'events:create') });
        await lineage.add(record, work.session);
        const heldInputs = record.inputs.flatMap(({ batchCode }) => {
          const input = batches.get(batchCode);
          return input && input.status !== 'normal' ? [input] : [];
        });
        await holds.inherit(
          work,
          heldInputs,
          record.outputs.map(({ batchCode }) => batchCode),
        );
        return record;
      });
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

    /** All events of these batches in order of time, with the sites they name. */
    async eventsOf(codes: string[]) {
      const events = await TraceEvent.find(
        { batchCodes: { $in: codes } },
        null,
        unscoped('the trace answers for who sees what'),
      )
        .sort({ at: 1, _id: 1 })
        .lean<EventRecord[]>();
      return { events, sites: await sitesOf(events) };
    },
  };
}

/** Whose event it is: the batch's owner's, or of whoever receives a batch from elsewhere at the own site. */
function belongingTo({ divisionCode, producerId }: Pick<EventRecord, 'divisionCode' | 'producerId'>) {
  return { divisionCode, producerId };
}

function namedBatches(body: NewEvent): { pointer: string; code: string }[] {
  if (body.step !== 'transform') return body.batchCode ? [{ pointer: '/batchCode', code: body.batchCode }] : [];
  return [
    ...(body.inputs ?? []).map(({ batchCode }, index) => ({ pointer: `/inputs/${index}/batchCode`, code: batchCode })),
    ...(body.outputs ?? []).map(({ batchCode }, index) => ({
      pointer: `/outputs/${index}/batchCode`,
      code: batchCode,
    })),
  ];
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
