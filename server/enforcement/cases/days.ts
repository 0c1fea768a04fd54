import { InvalidInput } from '../../errors.ts';

/** The day that a request names, or today. @throws InvalidInput when it is not between these two, both included */
export function dayWithin(given: string | undefined, today: string, earliest = '', pointer = '/on'): string {
  const day = given ?? today;
  if (day > today) throw InvalidInput.field(pointer, 'must not be in the future');
  if (day < earliest) throw InvalidInput.field(pointer, `must not be before ${earliest}`);
  return day;
}

/** A moment of that day in China, for terms that begin with the day. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`);
}
