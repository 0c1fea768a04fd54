import type { EventRecord, LineageRecord } from '../model.ts';

/** The rows that one event adds to the lineage; none when it was declared wrong, or itself declares another wrong. */
export function lineageRows(event: EventRecord): LineageRecord[] {
  if (event.declaredWrong || declaresError(event)) return [];
  const record = event._id.toHexString();
  const row =
    (role: 'in' | 'out') =>
    ({ batchCode, quantity }: EventRecord['inputs'][number]): LineageRecord => ({
      _id: `${record}|${role}|${batchCode}`,
      event: transformationOf(event) ?? record,
      record,
      role,
      batchCode,
      at: event.at,
      ...(quantity && { quantity }),
      divisionCode: event.divisionCode,
    });
  return [...event.inputs.map(row('in')), ...event.outputs.map(row('out'))];
}

/** Events that share a transformationID tell of one transformation: inputs in one, outputs in another (EPCIS 2.0, 7.4.6). */
function transformationOf({ epcis }: EventRecord): string | undefined {
  const prefix = 'transformationID=';
  const token = epcis.facets.tokens.find((each) => each.startsWith(prefix));
  return token && `transformation ${token.slice(prefix.length)}`;
}

/** An event and the declaration that it was wrong share their id; each is in the store once. */
export function eventKey(eventId: string, declaresWrong: boolean): string {
  return `${declaresWrong ? 'error' : 'event'} ${eventId}`;
}

export function declaresError({ epcis }: Pick<EventRecord, 'epcis'>): boolean {
  return epcis.key.startsWith('error ');
}
