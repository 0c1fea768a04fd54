import type { Connection } from 'mongoose';
import { unscoped } from '../database/guard.ts';
import { type Fact, type FactSource, type FactsOfRecord, inTurn, type Turn } from '../facts/index.ts';
import { type BatchRecord, type EventRecord, traceabilityModels } from './model.ts';

const forFigures = unscoped('figures are made of all records and shown within the caller’s division');
const atOnce = 500;

type Told = Pick<EventRecord, 'recordedAt' | 'declaredWrong'>;

/** Whether a batch has an event that anybody can follow: `traced`, else `untraced`. */
export function traceabilityFacts(connection: Connection): FactSource[] {
  const { Batch, TraceEvent } = traceabilityModels(connection);

  const factsOfBatches = async (batches: readonly BatchRecord[]): Promise<FactsOfRecord[]> => {
    const codes = batches.map(({ code }) => code);
    const events = await TraceEvent.find({ batchCodes: { $in: codes } }, null, forFigures)
      .select({ batchCodes: 1, recordedAt: 1, declaredWrong: 1 })
      .lean<EventRecord[]>();
    const eventsOf = new Map<string, Told[]>(codes.map((code) => [code, []]));
    for (const event of events) for (const code of event.batchCodes) eventsOf.get(code)?.push(event);
    return batches.map((batch) => ({
      key: `batches|${batch._id.toHexString()}`,
      facts: factsOf(batch, eventsOf.get(batch.code) ?? []),
    }));
  };

  return [
    {
      resources: ['batches', 'events'],
      async *all() {
        let chunk: BatchRecord[] = [];
        for await (const batch of Batch.find({}, null, forFigures).lean<BatchRecord[]>().cursor()) {
          chunk.push(batch as unknown as BatchRecord);
          if (chunk.length < atOnce) continue;
          yield* await factsOfBatches(chunk);
          chunk = [];
        }
        yield* await factsOfBatches(chunk);
      },
      async of(resource, ids) {
        const events =
          resource === 'events'
            ? await TraceEvent.find({ _id: { $in: ids } }, null, forFigures)
                .select({ batchCodes: 1 })
                .lean<EventRecord[]>()
            : [];
        const named =
          resource === 'events'
            ? { code: { $in: events.flatMap(({ batchCodes }) => batchCodes) } }
            : { _id: { $in: ids } };
        return factsOfBatches(await Batch.find(named, null, forFigures).lean<BatchRecord[]>());
      },
    },
  ];
}

function factsOf(batch: BatchRecord, events: readonly Told[]): Fact[] {
  return inTurn(tracedOf(batch.createdAt, events)).map((held) => ({
    kind: 'batch',
    record: { resource: 'batches', id: batch.code, label: batch.code },
    divisionCode: batch.divisionCode,
    producerId: batch.producerId.toHexString(),
    happenedAt: batch.createdAt,
    ...held,
  }));
}

/** Traced while at least one event of the batch is recorded and not declared wrong. */
function tracedOf(createdAt: Date, events: readonly Told[]): Turn[] {
  const steps = events
    .flatMap(({ recordedAt, declaredWrong }) => [
      { at: recordedAt, by: 1 },
      ...(declaredWrong ? [{ at: declaredWrong.at, by: -1 }] : []),
    ])
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  let standing = 0;
  const turns = steps.map(({ at, by }): Turn => {
    standing += by;
    return { at: at < createdAt ? createdAt : at, word: standing > 0 ? 'traced' : 'untraced' };
  });
  return [{ at: createdAt, word: 'untraced' }, ...turns];
}
