import type { StepKind } from '../../model.ts';

interface Move {
  step: StepKind;
  at: Date;
  /** Whose site it is where this was done, else whose event it is. */
  producerId?: string | undefined;
  /** Whose site the goods are sent to. */
  destinationProducerId?: string | undefined;
}

/** Who has the lot last, as far as is known: whoever received it, else whoever it was sent to, else who made it. */
export function holderOf(maker: string, moves: readonly Move[]): string {
  return moves
    .filter(({ step }) => step === 'ship' || step === 'receive')
    .sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b))
    .reduce((holder, move) => (move.step === 'ship' ? move.destinationProducerId : move.producerId) ?? holder, maker);
}

/** At one time goods are sent before they are received. */
function rank({ step }: Move): number {
  return step === 'receive' ? 1 : 0;
}
