import type { z } from 'zod';
import type { Caller } from '../identity/caller.ts';
import type { Work } from './transaction.ts';

export type Loaded = 'created' | 'updated' | 'unchanged';

/** How a row of a table becomes a record, or changes the one that has its key. */
export interface RowLoader<Body> {
  row: z.ZodType<Body>;
  /** What the row leaves out stays as it is. @throws AgriTraceError whose errors point at the fields of the row */
  load(work: Work, caller: Caller, row: Body): Promise<Loaded>;
}

/** Of whichever rows: `load` is given what its own `row` made of them. */
export interface AnyRowLoader {
  row: z.ZodType;
  load(work: Work, caller: Caller, row: never): Promise<Loaded>;
}
