import type { Quantity } from '../../model.ts';

/** What a holder says became of the goods. */
export interface Account {
  onHand: number;
  returned: number;
  destroyed: number;
  sold: number;
}

export interface Accounted {
  unit: string;
  /** What the lots of the recall came to. */
  total: number;
  onHand: number;
  returned: number;
  destroyed: number;
  sold: number;
  /** Nobody has said what became of it; never below 0. */
  open: number;
  /** Of the total, 0 to 1. */
  share: number;
}

interface Answer {
  quantity: Quantity;
  account?: Account | undefined;
}

/** How much of the goods is accounted for, for each unit: units that cannot be added are not. */
export function accounted(answers: readonly Answer[]): Accounted[] {
  const units = [...new Set(answers.map(({ quantity }) => quantity.unit))].sort();
  return units.map((unit) => {
    const ofUnit = answers.filter(({ quantity }) => quantity.unit === unit);
    const sum = (part: (answer: Answer) => number) =>
      rounded(ofUnit.reduce((total, answer) => total + part(answer), 0));
    const parts = {
      onHand: sum(({ account }) => account?.onHand ?? 0),
      returned: sum(({ account }) => account?.returned ?? 0),
      destroyed: sum(({ account }) => account?.destroyed ?? 0),
      sold: sum(({ account }) => account?.sold ?? 0),
    };
    const total = sum(({ quantity }) => quantity.value);
    const told = rounded(parts.onHand + parts.returned + parts.destroyed + parts.sold);
    return {
      unit,
      total,
      ...parts,
      open: Math.max(0, rounded(total - told)),
      share: total === 0 ? 1 : Math.min(1, rounded(told / total)),
    };
  });
}

/** Grams of a kilogram survive, the noise of binary fractions does not. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
