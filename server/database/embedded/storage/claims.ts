import { EngineError, HeldByTransaction } from '../errors.ts';

/** Who may hold keys: an open transaction. */
export type Claimant = {
  /** Writes numbered above this are not in the claimant's snapshot. */
  readonly pinnedAt: number;
  readonly ended: Promise<void>;
  readonly keys: Set<string>;
};

/** More remembered keys than this are forgotten at the price of conflicts for transactions begun before. */
const rememberedKeys = 500_000;

function name(space: number, key: Buffer): string {
  return `${space}:${key.toString('latin1')}`;
}

export function writeConflict(): EngineError {
  const error = new EngineError(
    112,
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
  );
  error.labels.push('TransientTransactionError');
  return error;
}

/**
 * Which keys (records, entries of unique indexes) open transactions hold, and which ones plain writes changed while a
 * transaction was open. In memory: a transaction does not outlive the process.
 */
export class Claims {
  /** Number of the newest write. */
  sequence = 0;
  private committedSequence = 0;
  private forgottenUpTo = 0;
  private open = 0;
  private readonly holders = new Map<string, Claimant>();
  private readonly written = new Map<string, number>();

  /** Whether a transaction is open, which a plain write may have to wait for. */
  get contended(): boolean {
    return this.open > 0;
  }

  opened(): void {
    this.open++;
  }

  closed(claimant: Claimant | undefined): void {
    for (const key of claimant?.keys ?? []) this.holders.delete(key);
    this.open--;
    if (this.open === 0) this.written.clear();
  }

  /** The number up to which writes are certainly in a snapshot taken now. */
  get visible(): number {
    return this.committedSequence;
  }

  committed(sequence: number): void {
    this.committedSequence = Math.max(this.committedSequence, sequence);
  }

  claimPlain(space: number, key: Buffer): void {
    if (this.open === 0) return;
    const claimed = name(space, key);
    const holder = this.holders.get(claimed);
    if (holder) throw new HeldByTransaction(holder.ended);
    this.remember(claimed);
  }

  private remember(claimed: string): void {
    this.written.set(claimed, ++this.sequence);
    if (this.written.size <= rememberedKeys) return;
    this.written.clear();
    this.forgottenUpTo = this.sequence;
  }

  claimFor(claimant: Claimant, space: number, key: Buffer): void {
    const claimed = name(space, key);
    const holder = this.holders.get(claimed);
    if (holder === claimant) return;
    const changed = (this.written.get(claimed) ?? 0) > claimant.pinnedAt;
    if (holder || changed || this.forgottenUpTo > claimant.pinnedAt) throw writeConflict();
    this.holders.set(claimed, claimant);
    claimant.keys.add(claimed);
  }

  /** At commit: other open transactions must see that these keys have changed. */
  publish(claimant: Claimant): void {
    for (const key of claimant.keys) this.remember(key);
  }
}
