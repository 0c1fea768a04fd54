import type { StepKind } from '../../model.ts';

interface Move {
  step: StepKind;
  at: Date;
  producerId?: string;
  /** Whose site the goods are sent to. */
  destinationProducerId?: string | undefined;
}

/** Who has the lot last: whoever received it, else whoever it was sent to, else who made it. */
export function holderOf(maker: string, moves: readonly Move[]): string {
  const last = [...moves]
    .filter(({ step }) => step === 'ship' || step === 'receive')
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .at(-1);
  if (!last) return maker;
  return (last.step === 'ship' ? last.destinationProducerId : last.producerId) ?? maker;
}
