import type { Client } from 'aedes';
import { InFlight } from './in-flight.ts';
import type { Principal, UserPrincipal } from './ports.ts';
import type { Allowed } from './topic-rules.ts';

/** What the broker knows of a connection beyond Aedes. */
export interface Session {
  principal: Principal;
  /** The same for all connections of the principal. */
  key: string;
  /** The client id as the client chose it, for the log. */
  clientId: string;
  address: string;
  lastArrival: number;
  /** Messages of this connection that are not yet stored. */
  inFlight: InFlight;
  /** Ends when the messages before, of formats in which order matters, are decoded. */
  turn: Promise<unknown>;
  /** On which topic it published last, and what was said to that. */
  lastAllowed?: { topic: string; verdict: Allowed };
  /** It is being closed and is given nothing more. */
  ended?: boolean;
}

/** Who is connected, and how often. */
export class Sessions {
  readonly #sessions = new WeakMap<Client, Session>();
  readonly #clients = new Map<string, Set<Client>>();
  readonly #people = new Set<Client>();
  #endings = 0;

  /** Grows each time sign-ins are ended: one that was judged before that is judged again. */
  get endings(): number {
    return this.#endings;
  }

  of(client: Client | null): Session | undefined {
    return client ? this.#sessions.get(client) : undefined;
  }

  /** Connections of this principal but for those with the same client id: MQTT 3.1.1, 3.1.4-2 closes them anyway. */
  othersOf(principal: Principal, client: Client): number {
    const clients = this.#clients.get(keyOf(principal)) ?? [];
    return [...clients].filter((other) => other.id !== client.id).length;
  }

  begin(client: Client, opened: Pick<Session, 'principal' | 'clientId' | 'address'>): void {
    const key = keyOf(opened.principal);
    this.#sessions.set(client, newSession(opened));
    const clients = this.#clients.get(key) ?? new Set();
    this.#clients.set(key, clients.add(client));
    if (opened.principal.kind === 'user') this.#people.add(client);
    client.conn.once('close', () => {
      this.#people.delete(client);
      clients.delete(client);
      // The session itself stays readable: the last will is published after the connection is gone.
      if (clients.size === 0 && this.#clients.get(key) === clients) this.#clients.delete(key);
    });
  }

  /** Closes the connections for which the answer is yes; nothing more is taken from them, not even their last will. */
  end(is: (session: Session) => boolean): void {
    this.#endings += 1;
    for (const client of [...this.#clients.values()].flatMap((clients) => [...clients])) {
      const session = this.#sessions.get(client);
      if (!session || !is(session)) continue;
      session.ended = true;
      client.close();
    }
  }

  /** The open connections of a device. */
  ofDevice(deviceId: string): Client[] {
    return [...(this.#clients.get(keyOf({ kind: 'device', deviceId })) ?? [])];
  }

  /** The open connections of a gateway. */
  ofGateway(name: string): Client[] {
    return [...(this.#clients.get(keyOf({ kind: 'integration', name })) ?? [])];
  }

  /** The open connections of people. */
  people(): { client: Client; session: Session; principal: UserPrincipal }[] {
    return [...this.#people].flatMap((client) => {
      const session = this.#sessions.get(client);
      return session?.principal.kind === 'user' ? [{ client, session, principal: session.principal }] : [];
    });
  }

  isConnected(principal: Principal, clientId: string): boolean {
    return [...(this.#clients.get(keyOf(principal)) ?? [])].some((client) => client.id === clientId);
  }
}

export function newSession(opened: Pick<Session, 'principal' | 'clientId' | 'address'>): Session {
  const key = keyOf(opened.principal);
  return { ...opened, key, lastArrival: 0, inFlight: new InFlight(), turn: Promise.resolve() };
}

export function keyOf(principal: Principal): string {
  if (principal.kind === 'device') return `device ${principal.deviceId}`;
  return principal.kind === 'integration' ? `integration ${principal.name}` : `user ${principal.username}`;
}

/** Distinct for each message of a connection, so that readings without a time do not fall onto one another. */
export function nextArrival(session: Session, receivedAt: Date): Date {
  session.lastArrival = Math.max(receivedAt.getTime(), session.lastArrival + 1);
  return new Date(session.lastArrival);
}

/** Runs the work after that of the connection's earlier messages. */
export function inTurn<Result>(session: Session, work: () => Promise<Result>): Promise<Result> {
  const result = session.turn.then(work);
  session.turn = result.catch(() => undefined);
  return result;
}
