import type { EventRecord, LineageRecord, LineageRole } from '../model.ts';

/** The rows that one event adds to the lineage; none when it was declared wrong, or itself declares another wrong. */
export function lineageRows(event: EventRecord): LineageRecord[] {
  if (event.declaredWrong || declaresError(event)) return [];
  const record = event._id.toHexString();
  const row =
    (role: LineageRole, joinedBy = record) =>
    ({ batchCode, quantity }: EventRecord['inputs'][number]): LineageRecord => ({
      _id: `${record}|${role}|${batchCode}`,
      event: joinedBy,
      record,
      role,
      batchCode,
      at: event.at,
      ...(quantity && { quantity }),
      divisionCode: event.divisionCode,
    });
  const transformation = transformationOf(event);
  return [
    ...event.inputs.map(row('in', transformation)),
    ...event.outputs.map(row('yielded', transformation)),
    ...packingRows(event, row),
  ];
}

/** Whoever sees goods in a container tells as much as whoever packs them. */
function packingRows(
  { packing, epcis }: EventRecord,
  row: (role: LineageRole) => (lot: EventRecord['inputs'][number]) => LineageRecord,
): LineageRecord[] {
  if (!packing) return [];
  const { container, contents } = packing;
  const around = { batchCode: container };
  if (epcis.action !== 'DELETE') return [row('packing')(around), ...contents.map(row('packed'))];
  return contents.length > 0 ? [row('unpacking')(around), ...contents.map(row('unpacked'))] : [row('emptied')(around)];
}

/** Events that share a transformationID tell of one transformation: inputs in one, outputs in another (EPCIS 2.0, 7.4.6). */
export function transformationOf({ epcis }: EventRecord): string | undefined {
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
