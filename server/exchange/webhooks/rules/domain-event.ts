/** A kind of event as a row of data: what a field of a record becomes. */
export interface EventRow {
  type: string;
  title: { zh: string; en: string };
  resource: string;
  field: string;
  /** What it was before; `[]`: nothing; absent: whatever. */
  from?: readonly string[];
  /** What it is then; absent: whatever, but something. */
  becomes?: readonly string[];
}

interface Changed {
  resource: string;
  changes: readonly { field: string; before?: unknown; after?: unknown }[];
}

/** What has happened by that change of a record, in the order of the rows. */
export function eventTypesOf({ resource, changes }: Changed, rows: readonly EventRow[]): string[] {
  return rows
    .filter((row) => row.resource === resource && changes.some((change) => isTurn(change, row)))
    .map(({ type }) => type);
}

function isTurn({ field, before, after }: Changed['changes'][number], row: EventRow): boolean {
  if (field !== row.field || after === undefined || after === null || before === after) return false;
  const wasNothing = before === undefined || before === null;
  const began =
    row.from === undefined || (row.from.length === 0 ? wasNothing : row.from.some((each) => each === before));
  return began && (row.becomes === undefined || row.becomes.some((each) => each === after));
}
