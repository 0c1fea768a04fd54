/** A write transaction which many share: resolves when it is committed, with the promise of its flush. */
export type Commit = { flushed: Promise<unknown> };

/**
 * Gathers work while a commit is under way and does it in the next transaction, one after another in the order in which
 * it was entered: fewer and larger transactions write fewer pages, and start LMDB's thread less often.
 */
export class GroupCommit {
  private waiting: (() => void)[] = [];
  private next: Promise<Commit> | undefined;
  private last: Promise<unknown> | undefined;
  private readonly transaction: (work: () => void) => Promise<unknown>;
  private readonly flushed: () => Promise<unknown>;

  /** `flushed` is asked for as soon as a transaction is issued: later it may be the flush of what others issued since. */
  constructor(transaction: (work: () => void) => Promise<unknown>, flushed: () => Promise<unknown>) {
    this.transaction = transaction;
    this.flushed = flushed;
  }

  /** Enters work, which must not throw, into the transaction that begins next. */
  enter(work: () => void): Promise<Commit> {
    this.waiting.push(work);
    this.next ??= this.last ? this.last.then(() => this.begin()) : this.begin();
    return this.next;
  }

  private async begin(): Promise<Commit> {
    const committed = this.transaction(() => {
      const group = this.waiting;
      this.waiting = [];
      this.last = this.next?.catch(() => undefined);
      this.next = undefined;
      for (const work of group) work();
    });
    const flushed = this.flushed();
    await committed;
    return { flushed };
  }

  /** Resolves when all work entered so far is committed and visible to new snapshots. */
  async settled(): Promise<void> {
    await (this.next ?? this.last)?.catch(() => undefined);
  }
}
