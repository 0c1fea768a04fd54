import type { Types } from 'mongoose';
import { dayOf } from '../calendar/index.ts';

interface Unnumbered {
  _id: Types.ObjectId;
  divisionCode: string;
}

/** What a record without a number is called: where, on which day, and the end of its id. Names nobody. */
export function labelOf({ _id, divisionCode }: Unnumbered, at: Date, divisionName: (code: string) => string): string {
  return `${divisionName(divisionCode)} ${dayOf(at)} #${_id.toHexString().slice(-6)}`;
}
