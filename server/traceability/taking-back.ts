import type { ClientSession } from 'mongoose';
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
   * The event that a declaration is about, or the declaration about an event. A declaration repeats its event (EPCIS 2.0, 7.4.1.2): of
   * several events under one hash id it is about the one with its content, which the hash tells, and about no other.
   */
  const counterpartOf = async (record: EventRecord, session: ClientSession): Promise<EventRecord | undefined> => {
    const content = contentHash(record);
    const key = eventKey(record.epcis.eventId, !declaresError(record));
    const found = await TraceEvent.find({ 'epcis.key': { $in: [key, `${key} ${content}`] } }, null, ofTheSameId)
      .session(session)
      .lean<EventRecord[]>();
    return found.find((each) => contentHash(each) === content);
  };

  /**
   * Joins an event and the declaration that it was wrong, whichever comes first: the event leads nowhere from then on.
   * @throws InvalidInput when somebody else's event is declared wrong
   */
  return async function takeBack(work: Work, caller: Caller, record: EventRecord): Promise<void> {
    const { session } = work;
    const declares = declaresError(record);
    const other = await counterpartOf(record, session);
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

/** The hash of the content where the id is one, else the id itself. */
function contentHash({ epcis }: EventRecord): string {
  return epcis.differingHash ?? epcis.eventId;
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
