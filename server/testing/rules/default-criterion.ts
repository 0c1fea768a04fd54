import type { ControlKind, ControlLimits } from './control-judgement.ts';

/** What a control is held against where its laboratory has set nothing: a row of data with its source. */
export interface DefaultCriterion extends ControlLimits {
  kind: ControlKind;
  /** The kind of substances that its source speaks of. */
  substances: string;
  source: string;
}

/** @param kinds the kinds of substances that the standards know the analyte as */
export function defaultCriterion<Row extends DefaultCriterion>(
  rows: readonly Row[],
  kind: ControlKind,
  kinds: readonly string[],
): Row | undefined {
  return rows.find((row) => row.kind === kind && kinds.includes(row.substances));
}
