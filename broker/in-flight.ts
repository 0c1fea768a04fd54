/** Work that has begun and not ended; a graceful stop waits for it. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  add(work: Promise<unknown>): void {
    const ended: Promise<unknown> = work.then(
      () => this.#work.delete(ended),
      () => this.#work.delete(ended),
    );
    this.#work.add(ended);
  }

  /** Resolves when nothing is under way; `false` when that took too long. */
  async settled(timeoutMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, timeoutMs, false);
    });
    const done = this.#drained().then(() => true);
    const inTime = await Promise.race([done, late]);
    clearTimeout(timer);
    return inTime;
  }

  async #drained(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
  }
}
