/** What a fact can be about: each kind is told by one element. */
export const factKinds = [
  'verdict',
  'sample',
  'planned-inspection',
  'inspection',
  'rectification',
  'warning',
  'warning-response',
  'case',
  'penalty',
  'certificate',
  'conformity-certificate',
  'batch',
] as const;
export type FactKind = (typeof factKinds)[number];

/** One word about one record, held true between two instants (ADR 60): what figures are made of. */
export interface Fact {
  kind: FactKind;
  /** What was found: `pass`, `late`, `severe`. */
  word: string;
  record: { resource: string; id: string; label: string };
  divisionCode: string;
  producerId?: string;
  product?: string;
  planKind?: string;
  happenedAt: Date;
  knownFrom: Date;
  /** Since when it holds no more. */
  knownTo?: Date;
}

/** From that instant on the record is told by that word; `null`: by none. */
export interface Turn {
  at: Date;
  word: string | null;
}

/** The words of a record one after the other, each until the next; a word that is repeated goes on. */
export function inTurn(turns: readonly Turn[]): { word: string; knownFrom: Date; knownTo?: Date }[] {
  const sorted = turns.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const last = sorted.filter((turn, index) => sorted[index + 1]?.at.getTime() !== turn.at.getTime());
  const changes = last.filter((turn, index) => turn.word !== last[index - 1]?.word);
  return changes.flatMap(({ at, word }, index) => {
    const knownTo = changes[index + 1]?.at;
    return word === null ? [] : [{ word, knownFrom: at, ...(knownTo && { knownTo }) }];
  });
}

/** What must be done by `due` and was done at `done`: `running`, `overdue`, then `in-time` or `late`. */
export function byADay(since: Date, due: Date | undefined, done: Date | undefined): Turn[] {
  const late = due !== undefined && (done === undefined || done >= due);
  return [
    { at: since, word: 'running' },
    ...(late ? [{ at: due, word: 'overdue' }] : []),
    ...(done ? [{ at: done, word: late ? 'late' : 'in-time' }] : []),
  ];
}
