import type { Fact } from '../../facts/index.ts';
import { type Horizon, isKnown } from './knowledge.ts';
import { periodOf } from './period.ts';

/** How many facts of a month are known of one kind, word and place: what every figure is added up from. */
export interface Cell extends Pick<Fact, 'kind' | 'word' | 'divisionCode' | 'product' | 'planKind'> {
  /** `2026-05`, of when it happened. */
  month: string;
  count: number;
}

const textOf = ({ kind, word, divisionCode, product, planKind }: Fact, month: string): string =>
  `${kind}|${word}|${divisionCode}|${month}|${planKind ?? ''}|${product ?? ''}`;

function emptyCell({ kind, word, divisionCode, product, planKind }: Fact, month: string): Cell {
  return {
    kind,
    word,
    divisionCode,
    month,
    count: 0,
    ...(product !== undefined && { product }),
    ...(planKind !== undefined && { planKind }),
  };
}

/** The instants at which a fact begins and ceases to count in a figure of now. */
const beginOf = ({ happenedAt, knownFrom }: Fact): number => Math.max(happenedAt.getTime(), knownFrom.getTime());
const endOf = ({ knownTo }: Fact): number => knownTo?.getTime() ?? Number.POSITIVE_INFINITY;

/**
 * The cells of now, kept by increments: a fact is added or taken away when its record changes, and one that begins or
 * ends by the clock alone counts, or ceases to count, once `advance` comes to that instant.
 */
export function factCells(start: Date) {
  const cells = new Map<string, Cell>();
  const counted = new Set<Fact>();
  const changing = new Set<Fact>();
  let now = start.getTime();
  let earliest = Number.POSITIVE_INFINITY;

  const change = (fact: Fact, by: 1 | -1): void => {
    const month = periodOf(fact.happenedAt, 'month');
    const text = textOf(fact, month);
    const cell = cells.get(text) ?? emptyCell(fact, month);
    cell.count += by;
    if (cell.count === 0) cells.delete(text);
    else cells.set(text, cell);
  };
  /** Counts it where it counts now, and remembers it where that will change. */
  const settle = (fact: Fact): void => {
    const [begin, end] = [beginOf(fact), endOf(fact)];
    const counts = begin <= now && end > now;
    if (counts && !counted.has(fact)) {
      counted.add(fact);
      change(fact, 1);
    } else if (!counts && counted.delete(fact)) change(fact, -1);
    const next = begin > now ? begin : end > now ? end : Number.POSITIVE_INFINITY;
    if (next === Number.POSITIVE_INFINITY) changing.delete(fact);
    else changing.add(fact);
    earliest = Math.min(earliest, next);
  };

  return {
    add: settle,
    remove(fact: Fact): void {
      changing.delete(fact);
      if (counted.delete(fact)) change(fact, -1);
    },
    /** To a later instant. */
    advance(to: Date): void {
      now = to.getTime();
      if (now < earliest) return;
      earliest = Number.POSITIVE_INFINITY;
      for (const fact of [...changing]) settle(fact);
    },
    now: () => now,
    all: (): Iterable<Cell> => cells.values(),
  };
}

/** The cells of any time, counted anew from all facts. */
export function cellsOf(facts: Iterable<Fact>, horizon: Horizon): Iterable<Cell> {
  const cells = new Map<string, Cell>();
  for (const fact of facts) {
    if (!isKnown(fact, horizon)) continue;
    const month = periodOf(fact.happenedAt, 'month');
    const text = textOf(fact, month);
    const cell = cells.get(text) ?? emptyCell(fact, month);
    cell.count += 1;
    cells.set(text, cell);
  }
  return cells.values();
}
