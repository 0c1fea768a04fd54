import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context.ts';
import { system } from '../database/change-log/actor.ts';
import { unscoped } from '../database/guard.ts';
import { inTransaction, type Work } from '../database/transaction.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import { within } from '../identity/rights/within.ts';
import type { ProducersService, SiteRecord } from '../producers/index.ts';
import type { WarningsService } from '../warnings/index.ts';
import { createFindings } from './findings.ts';
import { createHolds } from './holds.ts';
import { createLineage } from './lineage.ts';
import { type BatchRecord, type EpcisForm, type EventRecord, traceabilityModels } from './model.ts';
import { facetsOf } from './rules/epcis/facets.ts';
import { prefixesOf } from './rules/epcis/names.ts';
import { epcisOf, epcisStep, ownNamespace, withPlainIds } from './rules/epcis/own-event.ts';
import { batchCodeOf, batchIdentifier } from './rules/gs1/identifier.ts';
import { producerIdentifier, siteIdentifier } from './rules/gs1/place.ts';
import { declaresError, eventKey } from './rules/lineage-rows.ts';
import { whyNotMoved } from './rules/movement.ts';
import { createTakingBack } from './taking-back.ts';

/** What goods are made of, and what is received, may come from elsewhere: it is named by the code on its label. */
const namedInEvents = unscoped('whether the caller may name it is decided below');

const ofEarlierVersions = unscoped('the form follows from the event, whoever may see it');

/** What is to be recorded; whose it is and who recorded it follows from the caller. */
export type Draft = Omit<EventRecord, '_id' | 'recordedAt' | 'recordedBy' | 'divisionCode' | 'producerId' | 'epcis'> & {
  /** The platform's own batches among those of the event, with their place in the request. */
  named: { pointer: string; code: string; isInput: boolean }[];
  place: SiteRecord | null;
  /** Absent: it is recorded here, and its EPCIS form is made. */
  epcis?: EpcisForm;
};

/** The one way an event comes into the store, whoever sends it: rights, holds, lineage and what it is found by. */
export function createRecorder(
  context: Context,
  {
    producers,
    warnings,
  }: { producers: Pick<ProducersService, 'sitesById'>; warnings: Pick<WarningsService, 'raise' | 'clear'> },
) {
  const { Batch, TraceEvent } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);
  const holds = createHolds(context);
  const findings = createFindings(context, warnings);
  const takeBack = createTakingBack(context, findings);

  const requireBatches = async (caller: Caller, draft: Draft, session: ClientSession) => {
    const found = new Map<string, BatchRecord>();
    for (const { pointer, code, isInput } of draft.named) {
      if (found.has(code)) throw InvalidInput.field(pointer, 'is named twice');
      const batch = await Batch.findOne({ code }, null, namedInEvents).session(session).lean<BatchRecord>();
      const mayName =
        batch && (isInput || mayDo(caller, 'events:create', batch) || (await isReceived(batch, draft, session)));
      if (!mayName) throw InvalidInput.field(pointer, `there is no batch ${code}`);
      found.set(code, batch);
    }
    return found;
  };

  /** Does the newest shipment of the batch name the site, which is the caller's, where it is now received? */
  const isReceived = async (batch: BatchRecord, draft: Draft, session: ClientSession): Promise<boolean> => {
    if (draft.step !== 'receive' || !draft.siteId) return false;
    const shipped = await TraceEvent.findOne({ batchCodes: batch.code, step: 'ship' }, null, namedInEvents)
      .sort({ at: -1, _id: -1 })
      .session(session)
      .lean<EventRecord>();
    return shipped?.destinationSiteId?.toHexString() === draft.siteId.toHexString();
  };

  const refuseCycle = async (draft: Draft, session: ClientSession): Promise<void> => {
    const sources = new Set(draft.inputs.map(({ batchCode }) => batchCode));
    for (const { batchCode } of draft.outputs)
      if (
        [...(await lineage.reach(batchCode, session)).matter.keys()].some(
          (code) => code !== batchCode && sources.has(code),
        )
      )
        throw new Conflict(`Batch ${batchCode} is a source of its own inputs`, [
          { pointer: '/outputs', message: 'a batch cannot be made of itself' },
        ]);
  };

  /** Whose event it is: the batch's owner's, of whoever receives a batch from elsewhere at the own site, or the caller's own. */
  const ownerOf = (caller: Caller, draft: Draft, batches: Map<string, BatchRecord>) => {
    const subject = draft.named.find(({ isInput }) => !isInput);
    const batch = subject && batches.get(subject.code);
    if (batch && (mayDo(caller, 'events:create', batch) || !draft.place)) return belongingTo(batch);
    if (draft.place) return belongingTo(draft.place);
    return {
      divisionCode: caller.divisionCode,
      ...(caller.producerId !== undefined && { producerId: new Types.ObjectId(caller.producerId) }),
    };
  };

  const ownForm = async (event: Omit<EventRecord, 'epcis'>): Promise<EpcisForm> => {
    const eventId = `urn:agritrace:event:${event._id.toHexString()}`;
    const siteId = event.siteId?.toHexString();
    const site = siteId === undefined ? undefined : (await producers.sitesById([siteId])).get(siteId);
    const told = epcisOf(withPlainIds({ ...event, eventId }), { batch: batchIdentifier, site: siteIdentifier });
    const step = epcisStep(event.step);
    return {
      eventId,
      key: eventKey(eventId, false),
      type: told.type,
      ...(step?.action && { action: step.action }),
      ...(step && { bizStep: step.bizStep }),
      facets: facetsOf(told, {
        prefixes: prefixesOf(ownNamespace),
        ownBatchOf: batchCodeOf,
        ancestorsOf: () => (site ? [producerIdentifier(site.producerId.toHexString())] : []),
      }),
    };
  };

  return {
    /** Gives the events of earlier versions their EPCIS form. */
    async completeOlder(): Promise<void> {
      const missing = { epcis: { $exists: false } };
      for await (const event of TraceEvent.find(missing, null, ofEarlierVersions).lean<EventRecord>().cursor())
        await inTransaction(context, system('traceability'), async ({ session }) =>
          TraceEvent.updateOne(
            { _id: event._id, ...missing },
            { $set: { epcis: await ownForm(event) } },
            { session, ...ofEarlierVersions },
          ),
        );
    },

    /** Gives an event of an earlier version what was packed, once. */
    async completePacking({ session, ...work }: Work, event: EventRecord): Promise<void> {
      const missing = { _id: event._id, packing: { $exists: false } };
      const { packing } = event;
      const { modifiedCount } = await TraceEvent.updateOne(
        missing,
        { $set: { packing } },
        { session, ...ofEarlierVersions },
      );
      if (modifiedCount === 0) return;
      await lineage.add(event, session);
      await holds.follow({ session, ...work }, await lineage.touchedBy(event, session));
    },

    /**
     * @throws InvalidInput for a batch that is not there, or not this caller's to name
     * @throws Conflict for a batch on hold, and for a batch that would be made of itself
     */
    async record(work: Work, caller: Caller, draft: Draft): Promise<EventRecord> {
      const batches = await requireBatches(caller, draft, work.session);
      const happened = !draft.epcis?.key.startsWith('error ');
      for (const batch of happened ? batches.values() : []) {
        const reason = whyNotMoved(batch, draft.step, draft.at);
        if (reason) throw new Conflict(reason);
      }
      if (happened) {
        const reason = await holds.whyContentsStay(draft.batchCodes, draft, work.session);
        if (reason) throw new Conflict(reason);
      }
      const { named: _named, place: _place, epcis, ...facts } = draft;
      const event = {
        ...facts,
        _id: new Types.ObjectId(),
        recordedAt: context.clock(),
        recordedBy: caller.username,
        ...ownerOf(caller, draft, batches),
        ...(!epcis && lotOf(draft, batches)),
      };
      const record: EventRecord = { ...event, epcis: epcis ?? (await ownForm(event)) };
      await takeBack(work, caller, record);
      // What others report may run in circles: rework and returns are facts.
      if (!epcis) await refuseCycle(draft, work.session);
      await TraceEvent.create([record], { session: work.session, ...within(caller, 'events:create') });
      await lineage.add(record, work.session);
      if (record.declaredWrong || declaresError(record)) return record;
      await findings.look(work, record);
      await holds.follow(work, await lineage.touchedBy(record, work.session));
      return record;
    },
  };
}

/** What is told of a lot where it comes into being; of several at once EPCIS has no way to say which. */
function lotOf({ outputs }: Draft, batches: Map<string, BatchRecord>): Pick<EventRecord, 'lot'> {
  const [made, ...others] = outputs;
  const batch = made && batches.get(made.batchCode);
  if (!batch || others.length > 0) return {};
  return { lot: { code: batch.code, ...(batch.bestBefore !== undefined && { bestBefore: batch.bestBefore }) } };
}

function belongingTo({ divisionCode, producerId }: Required<Pick<EventRecord, 'divisionCode' | 'producerId'>>) {
  return { divisionCode, producerId };
}

export type Recorder = ReturnType<typeof createRecorder>;
