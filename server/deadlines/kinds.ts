import { z } from 'zod';
import { termUnits } from '../calendar/index.ts';
import type { Work } from '../database/transaction.ts';
import { bilingual } from '../http/fields.ts';
import type { DeadlineRecord } from './model.ts';

const term = z.strictObject({ count: z.number().int().min(1).max(1_000), unit: z.enum(termUnits) });

/** One kind of deadline: a row of data of its element. */
const deadlineKindRow = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z0-9-]{2,60}$/, 'must be small letters, digits and dashes'),
  title: bilingual,
  /** Absent: the day is set case by case. */
  amount: z.number().int().min(1).max(1_000).optional(),
  unit: z.enum(termUnits).optional(),
  /** The provision it stands in, or whose decision it is. */
  clause: z.string().min(1),
  /** Where that was read. */
  source: z.string().min(1),
  warnBefore: z.array(term).default([]),
  /** `warn`: a duty that is then overdue. `lapse`: a right or a paper that ends by itself, and nobody is to blame. */
  whenPassed: z.enum(['warn', 'lapse']),
  /** What follows, in words. */
  consequence: bilingual.optional(),
  /** Absent: it cannot be made longer. `most` and `times` count all extensions together; absent: no bound. */
  extension: z
    .strictObject({
      most: z.number().int().min(1).optional(),
      times: z.number().int().min(1).optional(),
      clause: z.string().min(1),
    })
    .optional(),
  /** Absent: it cannot be suspended. */
  suspension: z.strictObject({ clause: z.string().min(1) }).optional(),
  /** Whether officers extend and suspend it at its own routes; else only its element's steps do. */
  changedByHand: z.boolean().default(false),
});

const deadlineKindRows = z
  .array(deadlineKindRow)
  .refine((rows) => rows.every(({ amount, unit }) => (amount === undefined) === (unit === undefined)), {
    error: 'an amount needs its unit',
  });

export type DeadlineKind = z.infer<typeof deadlineKindRow>;
export type DeadlineKindInput = z.input<typeof deadlineKindRow>;

/** What an element does when a deadline of its passes, in the transaction that marks it; an error leaves it for the next round. */
export type WhenPassed = (work: Work, deadline: DeadlineRecord, now: Date) => Promise<void>;

/** The kinds of all elements, each told of once at the start. */
export function createDeadlineKinds() {
  const kinds = new Map<string, DeadlineKind>();
  const handlers = new Map<string, WhenPassed>();

  return {
    /** @throws Error on a row that is wrong, or a kind that is known already: the platform does not start */
    register(rows: readonly unknown[], whenPassed: Readonly<Record<string, WhenPassed>> = {}): void {
      for (const row of deadlineKindRows.parse(rows)) {
        if (kinds.has(row.kind)) throw new Error(`two elements register the deadline ${row.kind}`);
        kinds.set(row.kind, row);
      }
      for (const [kind, handler] of Object.entries(whenPassed)) {
        if (!kinds.has(kind)) throw new Error(`there is no deadline ${kind} whose passing could be handled`);
        handlers.set(kind, handler);
      }
    },

    /** @throws Error for a kind that no element has registered */
    get(kind: string): DeadlineKind {
      const row = kinds.get(kind);
      if (!row) throw new Error(`no element registers the deadline ${kind}`);
      return row;
    },

    find: (kind: string): DeadlineKind | undefined => kinds.get(kind),
    handlerOf: (kind: string): WhenPassed | undefined => handlers.get(kind),
    all: (): DeadlineKind[] => [...kinds.values()],
  };
}

export type DeadlineKinds = ReturnType<typeof createDeadlineKinds>;
