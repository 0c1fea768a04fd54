import { randomUUID } from 'node:crypto';
import { Types } from 'mongoose';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage } from '../../database/page.ts';
import { inTransaction } from '../../database/transaction.ts';
import { AgriTraceError, InvalidInput, NotFound, TooLarge } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import type { Permission } from '../../identity/permissions.ts';
import { within } from '../../identity/rights/within.ts';
import { callerOf, senderOf } from '../../identity/sender.ts';
import { ifFree, type LeaseTimes } from '../../jobs/lease.ts';
import { createRounds } from '../../jobs/rounds.ts';
import { type EpcisDocument, ownPrefixes, readBareEvent, readDocument } from './document.ts';
import { type EpcisEvents, identified } from './events.ts';
import { faultOf, isOwnFault, NotStored } from './exceptions.ts';
import type { MasterData } from './master-data.ts';
import { type CaptureFault, type CaptureJobRecord, epcisModels } from './model.ts';

export const captureLimits = { events: 1_000, bytes: 1_024 * 1_024 } as const;

type Behaviour = CaptureJobRecord['captureErrorBehaviour'];

const lookEveryMs = 5_000;
/** Whoever works on a job says so that often; when nobody has for so long, another goes on with it. */
const usualLease: LeaseTimes = { leaseMs: 15_000, pollMs: 500 };

const ownWork = unscoped('the job carries its sender’s rights itself');

/** Capture jobs. What a job calls a success is in the store, its lineage and its trace, before the job says so. */
export function createEpcisCapture(
  context: Context,
  events: Pick<EpcisEvents, 'store'>,
  masterData: Pick<MasterData, 'store'>,
  times = usualLease,
) {
  const holder = randomUUID();
  const { CaptureJob } = epcisModels(context.connection);
  const running = new Map<string, Promise<void>>();

  /** The fault of an event that cannot be stored. @throws what may pass, so that the job is gone on with later */
  const lasting = (error: unknown): AgriTraceError => {
    if (error instanceof AgriTraceError) return error;
    if (!isOwnFault(error)) throw error;
    context.log.error({ err: error }, 'event not captured');
    return new NotStored('The fault is on our side and has been recorded');
  };

  const finish = async (job: CaptureJobRecord, found: CaptureFault[]) => {
    await inTransaction(context, actorOf(callerOf(job.sender)), ({ session }) =>
      CaptureJob.updateOne(
        { _id: job._id, running: true },
        {
          $set: { running: false, finishedAt: context.clock(), ...(found.length > 0 && { success: false }) },
          $push: { faults: { $each: found } },
          $unset: { document: 1 },
        },
        { session, ...ownWork },
      ),
    );
  };

  /** All events and the end of the job in one transaction: after a crash there is all of it, or nothing. */
  const rollingBack = async (job: CaptureJobRecord, document: EpcisDocument) => {
    const faults = faultsBySchema(document);
    if (faults.length > 0) return finish(job, faults);
    const caller = callerOf(job.sender);
    let index = 0;
    try {
      await inTransaction(context, actorOf(caller), async (work) => {
        for (index = 0; index < document.events.length; index++)
          await events.store(work, caller, eventAt(document, index), job._id.toHexString());
        await masterData.store(work.session, caller, document.masterData);
        await CaptureJob.updateOne(
          { _id: job._id, running: true },
          { $set: { running: false, finishedAt: context.clock() }, $unset: { document: 1 } },
          { session: work.session, ...ownWork },
        );
      });
    } catch (error) {
      await finish(job, [faultOf(lasting(error), index, document.placeOf(index))]);
    }
  };

  /** Each event with the job's progress in one transaction, so that it is gone on with after a crash. */
  const proceeding = async (job: CaptureJobRecord, document: EpcisDocument) => {
    const caller = callerOf(job.sender);
    const passed = (index: number) => ({ _id: job._id, running: true, next: index });
    for (let index = job.next; index < document.events.length; index++) {
      const fault = await captured(index).catch((error: unknown) => {
        return faultOf(lasting(error), index, document.placeOf(index));
      });
      if (fault)
        await inTransaction(context, actorOf(caller), ({ session }) =>
          CaptureJob.updateOne(
            passed(index),
            { $set: { next: index + 1, success: false }, $push: { faults: fault } },
            { session, ...ownWork },
          ),
        );
    }
    await inTransaction(context, actorOf(caller), ({ session }) =>
      masterData.store(session, caller, document.masterData),
    );
    await finish(job, []);

    async function captured(index: number): Promise<CaptureFault | undefined> {
      const [bySchema] = faultsBySchema(document).filter((fault) => fault.index === index);
      if (bySchema) return bySchema;
      await inTransaction(context, actorOf(caller), async (work) => {
        await events.store(work, caller, eventAt(document, index), job._id.toHexString());
        await CaptureJob.updateOne(passed(index), { $set: { next: index + 1 } }, { session: work.session, ...ownWork });
      });
      return undefined;
    }
  };

  /** Works on a job unless another instance does; `read` tells it as it stands, or that there is nothing left to do. */
  const run = (id: string, read: () => Promise<[CaptureJobRecord, EpcisDocument] | null>) => {
    if (running.has(id)) return;
    const lease = { name: `capture ${id}`, holder, clock: () => new Date(), times };
    const work = ifFree(context.connection, lease, async () => {
      const found = await read();
      if (!found) return;
      const [job, document] = found;
      await (job.captureErrorBehaviour === 'rollback' ? rollingBack : proceeding)(job, document);
    })
      .catch((error: unknown) =>
        context.log.error({ err: error, capture: id }, 'capture not finished; it is gone on with later'),
      )
      .then(() => void running.delete(id));
    running.set(id, work);
  };

  const unfinished = async (_id: Types.ObjectId): Promise<[CaptureJobRecord, EpcisDocument] | null> => {
    const job = await CaptureJob.findOne({ _id, running: true }, null, ownWork).lean<CaptureJobRecord>();
    return job && [job, readDocument(JSON.parse(job.document ?? ''))];
  };

  /** Jobs that nobody works on: the instance has ended, or could not finish them. */
  const goOn = async (): Promise<void> => {
    const found = await CaptureJob.find({ running: true }, { _id: 1 }, ownWork).lean<{ _id: Types.ObjectId }[]>();
    for (const { _id } of found) run(_id.toHexString(), () => unfinished(_id));
  };

  const failing = 'captures not gone on with; the next round tries again';
  const rounds = createRounds(
    context,
    { name: 'event-captures', everyMs: lookEveryMs, afterFailureMs: lookEveryMs, failing },
    goOn,
  );

  return {
    /**
     * Takes a document; its events are stored by the job.
     * @throws InvalidInput when the document around the events is not valid
     * @throws TooLarge above the limit of events
     */
    async capture(caller: Caller, body: unknown, behaviour: Behaviour): Promise<CaptureJobRecord> {
      const document = readDocument(body);
      if (document.events.length > captureLimits.events)
        throw new TooLarge(`A document may hold ${captureLimits.events} events`);
      const job: CaptureJobRecord = {
        _id: new Types.ObjectId(),
        createdAt: context.clock(),
        running: true,
        success: true,
        captureErrorBehaviour: behaviour,
        faults: [],
        sender: senderOf(caller),
        document: JSON.stringify(body),
        next: 0,
        divisionCode: caller.divisionCode,
        ...(caller.producerId !== undefined && { producerId: new Types.ObjectId(caller.producerId) }),
      };
      await inTransaction(context, actorOf(caller), ({ session }) =>
        CaptureJob.create([job], { session, ...within(caller, 'captures:create') }),
      );
      run(job._id.toHexString(), async () => [job, document]);
      return job;
    },

    /** Stores one event at once. @throws Conflict when it is there already @throws InvalidInput */
    async captureOne(caller: Caller, body: unknown): Promise<{ eventId: string; isNew: boolean }> {
      const { event, context: given, prefixes } = readBareEvent(body);
      const stored = await inTransaction(context, actorOf(caller), (work) =>
        events.store(work, caller, identified(event, given, prefixes)),
      );
      return { eventId: stored.record.epcis.eventId, isNew: stored.isNew };
    },

    async getJob(caller: Caller, id: string): Promise<CaptureJobRecord> {
      const job = isRecordId(id)
        ? await CaptureJob.findById(id, null, within(caller, 'captures:read')).lean<CaptureJobRecord>()
        : null;
      if (!job) throw new NotFound('There is no such capture job');
      return job;
    },

    async listJobs(caller: Caller, page: { limit: number; cursor?: string | undefined }) {
      const scoped = within(caller, 'captures:read' satisfies Permission);
      const found = await findPage(CaptureJob, {}, { ...page, order: 'descending' }, scoped);
      return { items: found.items as CaptureJobRecord[], nextCursor: found.nextCursor };
    },

    start: rounds.start,

    /** Resolves when no job is in flight. */
    async stop(): Promise<void> {
      await rounds.stop();
      await Promise.all(running.values());
    },
  };
}

function isRecordId(text: string): boolean {
  return /^[0-9a-f]{24}$/.test(text);
}

function eventAt({ events, context, prefixes }: EpcisDocument, index: number) {
  const event = events[index];
  if (!event) throw InvalidInput.field('', 'has no such event');
  return identified(event, context, { ...prefixes, ...ownPrefixes(event) });
}

function faultsBySchema(document: EpcisDocument): CaptureFault[] {
  return [...document.faults].map(([index, errors]) =>
    faultOf(new InvalidInput(errors[0]?.message ?? 'is not valid', errors), index, document.placeOf(index)),
  );
}

export type EpcisCapture = ReturnType<typeof createEpcisCapture>;
