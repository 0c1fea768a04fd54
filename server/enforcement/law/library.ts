import { z } from 'zod';
import type { Bilingual } from '../../http/fields.ts';
import acts from '../data/acts.json' with { type: 'json' };
import rows from '../data/penalty-law.json' with { type: 'json' };
import { type LawRow, lawRow, type Versioned } from './schema.ts';

/** What comes with the platform: each row with the text it was read from. An administrator supersedes it, and changes nothing of it. */
export const starterLaw: readonly Versioned<LawRow>[] = z
  .array(lawRow)
  .parse(rows)
  .map((row) => ({ ...row, version: 0 }));

export interface PenalizedAct {
  code: string;
  title: Bilingual;
  suspectedCrime: boolean;
}

/** What can be punished, in plain words. */
export const penalizedActs: readonly PenalizedAct[] = acts.map(({ code, title, suspectedCrime = false }) => ({
  code,
  title,
  suspectedCrime,
}));
