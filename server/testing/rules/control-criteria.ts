import type { ControlKind } from './control-judgement.ts';

/** As much of a criterion as decides where it holds. */
export interface CriterionReach {
  kind: ControlKind;
  methodKey: string;
  /** Absent: every analyte, every instrument. */
  analyteKey?: string | undefined;
  instrument?: string | undefined;
  /** Of a control material: its name and lot. */
  material?: string | undefined;
  lot?: string | undefined;
  validFrom: Date;
}

/** What a control is held against: the criterion for just this analyte, instrument and lot before a more general one, of several the one last in force. */
export function criterionFor<Criterion extends CriterionReach>(
  inOrderOfRecording: readonly Criterion[],
  control: Omit<CriterionReach, 'validFrom'> & { at: Date },
): Criterion | undefined {
  const reaching = inOrderOfRecording.filter(
    (each) =>
      each.kind === control.kind &&
      each.methodKey === control.methodKey &&
      each.validFrom <= control.at &&
      narrowing.every((field) => each[field] === undefined || each[field] === control[field]) &&
      (control.kind !== 'material' || (each.material === control.material && each.lot === control.lot)),
  );
  return reaching.reduce<Criterion | undefined>((best, next) => {
    if (!best || narrowness(next) > narrowness(best)) return next;
    return narrowness(next) === narrowness(best) && next.validFrom >= best.validFrom ? next : best;
  }, undefined);
}

const narrowing = ['analyteKey', 'instrument'] as const;

/** An analyte's own criterion counts more than an instrument's. */
function narrowness({ analyteKey, instrument }: CriterionReach): number {
  return (analyteKey === undefined ? 0 : 2) + (instrument === undefined ? 0 : 1);
}
