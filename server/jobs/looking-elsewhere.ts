import type { Context } from '../context.ts';

const lookEveryMilliseconds = 1_000;
/** Commits may come out of the order of their times, and clocks of instances differ by so much. */
const overlapMilliseconds = 15_000;

/** A record, and when it was last changed. */
export interface Change {
  id: string;
  at: Date;
}

interface Looking<Found extends Change> {
  /** What is looked for, for the log. */
  what: string;
  /** The changes since then that all instances have committed, in the order in which they are to be told. */
  changedSince(since: Date): Promise<Found[]>;
  tell(change: Found): void;
}

/** Tells this instance, within a second or two, of what others on the same database have changed: each change once. */
export function lookElsewhere<Found extends Change>(
  { clock, log }: Pick<Context, 'clock' | 'log'>,
  { what, changedSince, tell }: Looking<Found>,
) {
  /** When the newest change of each record was made that is known here; of the overlap alone. */
  const known = new Map<string, number>();
  let looking: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();

  /** Whether it was new. */
  const know = ({ id, at }: Change): boolean => {
    const newest = known.get(id);
    if (newest !== undefined && newest >= at.getTime()) return false;
    known.set(id, at.getTime());
    return true;
  };

  const lookOnce = async (): Promise<void> => {
    const since = clock().getTime() - overlapMilliseconds;
    const changes = await changedSince(new Date(since));
    for (const [id, at] of known) if (at < since) known.delete(id);
    for (const change of changes) if (know(change)) tell(change);
  };

  /** Never rejects. */
  const look = (): Promise<void> => {
    turn = turn
      .then(lookOnce)
      .catch((error: unknown) => log.warn({ err: error, what }, 'what other instances changed cannot be read'));
    return turn;
  };

  return {
    /** A change that was made here, or is told already. */
    know,
    look,

    start(): void {
      looking ??= setInterval(() => void look(), lookEveryMilliseconds).unref();
    },

    async stop(): Promise<void> {
      clearInterval(looking);
      looking = undefined;
      await turn;
    },
  };
}
