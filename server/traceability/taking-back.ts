import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import type { Work } from '../database/transaction.ts';
import { InvalidInput } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import type { Findings } from './findings.ts';
import { createHolds } from './holds.ts';
import { createLineage } from './lineage.ts';
import { type EventRecord, traceabilityModels } from './model.ts';
import type { EpcisEvent } from './rules/epcis/event.ts';
import { declaresError, eventKey } from './rules/lineage-rows.ts';

const ofTheSameId = unscoped('who may take an event back is decided here');

export function createTakingBack(context: Context, findings: Findings) {
  const { TraceEvent } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);
  const holds = createHolds(context);

  /**
   * Joins an event and the declaration that it was wrong, whichever comes first: the event leads nowhere from then on.
   * @throws InvalidInput when somebody else's event is declared wrong
   */
  return async function takeBack(work: Work, caller: Caller, record: EventRecord): Promise<void> {
    const { session } = work;
    const { eventId } = record.epcis;
    const declares = declaresError(record);
    const other = await TraceEvent.findOne({ 'epcis.key': eventKey(eventId, !declares) }, null, ofTheSameId)
      .session(session)
      .lean<EventRecord>();
    if (!other) return;
    if (!declares) {
      if (String(other.producerId) === String(record.producerId) && other.divisionCode === record.divisionCode)
        record.declaredWrong = declarationOf(other);
      return;
    }
    if (!mayDo(caller, 'events:create', other)) throw InvalidInput.field('/eventID', 'is not yours to declare wrong');
    await TraceEvent.updateOne(
      { _id: other._id },
      { $set: { declaredWrong: declarationOf(record) } },
      { session, ...ofTheSameId },
    );
    await lineage.void(other, session);
    await findings.look(work, other);
    await holds.follow(work, await lineage.touchedBy(other, session));
  };
}

/** What a declaration says of the event with its id. */
function declarationOf({ epcis, at }: EventRecord): NonNullable<EventRecord['declaredWrong']> {
  const { errorDeclaration }: Partial<EpcisEvent> = JSON.parse(epcis.body ?? '{}');
  return {
    at: errorDeclaration ? new Date(errorDeclaration.declarationTime) : at,
    ...(errorDeclaration?.reason !== undefined && { reason: errorDeclaration.reason }),
    correctiveEventIds: errorDeclaration?.correctiveEventIDs ?? [],
  };
}
