import { useDivisionName } from './queries.ts';

/** The name of a division in the reader's language; `name` as a record tells it, until the names are here. */
export function Division({ code, name }: { code: string; name: string }) {
  return useDivisionName()(code, name);
}
