import type { Logger } from './log.ts';
import type { Sessions } from './sessions.ts';

/** Connections of people and of their systems, which last no longer than what they signed in with. */
export class People {
  readonly #sessions: Sessions;
  readonly #log: Logger;

  constructor(sessions: Sessions, log: Logger) {
    this.#sessions = sessions;
    this.#log = log;
  }

  /** Closes what stands on one of these credentials. */
  end(credentials: readonly string[]): void {
    this.#sessions.end(
      ({ principal }) => principal.kind === 'user' && principal.credentials.some((each) => credentials.includes(each)),
    );
  }

  /** Asks again and again until the signal: what they signed in with may have ended on another instance. */
  renewEvery(milliseconds: number, signal: AbortSignal): void {
    let asking = false;
    const timer = setInterval(async () => {
      if (asking) return;
      asking = true;
      await this.renew();
      asking = false;
    }, milliseconds).unref();
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  /** Asks for each what it may read now: whoever may nothing any more is closed. */
  async renew(): Promise<void> {
    await Promise.all(
      this.#sessions.people().map(async ({ client, session, principal }) => {
        try {
          const renewed = await principal.renew();
          if (renewed) {
            session.principal = renewed;
            return;
          }
          session.ended = true;
          client.close();
        } catch (error) {
          // Nobody is cut off while the database is away; nor could a warning be read then.
          this.#log.warn({ err: error, clientId: session.clientId }, 'the rights of a connection could not be checked');
        }
      }),
    );
  }
}
