/** What stands at `quantity.value` of a record, as the text of a cell; nothing where there is nothing. */
export function cellOf(record: object, field: string): string {
  let value: unknown = record;
  for (const name of field.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) return '';
    value = (value as Record<string, unknown>)[name];
  }
  if (value === null || value === undefined || typeof value === 'object') return '';
  return String(value);
}
