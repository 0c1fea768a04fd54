/** What a `datetime-local` input holds, in the browser's own zone and to the second, and back. */
export function toInput(instant: string | undefined): string | undefined {
  if (instant === undefined) return undefined;
  const date = new Date(instant);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}

export function fromInput(input: string | undefined): string | undefined {
  return input ? new Date(input).toISOString() : undefined;
}
