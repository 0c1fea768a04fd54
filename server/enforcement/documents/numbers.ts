import type { Connection } from 'mongoose';
import { dayOf } from '../../calendar/index.ts';
import { createSequence } from '../../database/sequence.ts';
import type { Work } from '../../database/transaction.ts';
import { authorityOf, documentNumber } from '../rules/document-number.ts';

/** Numbers of papers, in sequence by authority, word and year. */
export function createNumbers(connection: Connection, divisionName: (code: string) => string) {
  const next = createSequence(connection, 'EnforcementNumber', 'enforcementNumbers');

  return async (work: Work, divisionCode: string, word: string, at: Date): Promise<string> => {
    const [authority, year] = [authorityOf(divisionCode), dayOf(at).slice(0, 4)];
    return documentNumber(divisionName(authority), word, year, await next(work, `${authority} ${word} ${year}`));
  };
}

export type NextNumber = ReturnType<typeof createNumbers>;
