import type { Connection } from 'mongoose';
import { dayOf } from '../calendar/index.ts';
import { createSequence } from '../database/sequence.ts';
import type { Work } from '../database/transaction.ts';
import { type NumberLetter, numberOf } from './rules/number.ts';

/** Numbers of certificates, in sequence by kind, county and year: `H-611002-2026`. */
export function createNumbers(connection: Connection) {
  const next = createSequence(connection, 'CertificationNumber', 'certificationNumbers');

  return async function nextNumber(work: Work, letter: NumberLetter, divisionCode: string, at: Date) {
    const [county, year] = [divisionCode.slice(0, 6), dayOf(at).slice(0, 4)];
    return numberOf(letter, county, year, await next(work, `${letter}-${county}-${year}`));
  };
}
