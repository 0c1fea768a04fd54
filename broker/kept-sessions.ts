import type { Aedes, Client, PublishPacket, Subscription } from 'aedes';
import type { BrokerLimits } from './limits.ts';
import type { Principal } from './ports.ts';
import { keyOf, type Sessions } from './sessions.ts';

type Owner = Pick<Client, 'id'>;

/** What is used of Aedes' memory persistence; its own types do not cover the promises it returns. */
interface Persistence {
  addSubscriptions(client: Client, subscriptions: Subscription[]): Promise<void>;
  cleanSubscriptions(client: Owner): Promise<void>;
  outgoingEnqueueCombi(subscriptions: { clientId: string }[], packet: PublishPacket): Promise<void>;
  outgoingClearMessageId(client: Owner, packet: { messageId?: number }): Promise<PublishPacket | undefined>;
  outgoingStream(client: Owner): AsyncIterable<PublishPacket>;
  cleanIncoming(client: Owner): Promise<void>;
}

export interface KeptSessionsOptions {
  sessions: Sessions;
  limits: BrokerLimits;
  /** Aedes keeps every filter of a SUBSCRIBE, even the refused ones. */
  maySubscribe(client: Client, filter: string): boolean;
  onUndelivered(): void;
}

/**
 * Bounds what Aedes' memory persistence keeps for clients that are away: sessions by principal, messages by session.
 * Without it a client that comes with a new id each time, or never comes back, would fill the memory.
 */
export class KeptSessions {
  readonly #persistence: Persistence;
  readonly #options: KeptSessionsOptions;
  readonly #waiting = new Map<string, number>();
  readonly #clientIds = new Map<string, Set<string>>();

  constructor(aedes: Aedes, options: KeptSessionsOptions) {
    this.#options = options;
    this.#persistence = (aedes as Aedes & { persistence: Persistence }).persistence;
    this.#keepPermittedSubscriptions();
    this.#countMessages();
  }

  /** To be told of each sign-in, before Aedes looks up the session of this client id. */
  async signedIn(principal: Principal, clientId: string, clean: boolean): Promise<void> {
    const key = keyOf(principal);
    const kept = this.#clientIds.get(key) ?? new Set();
    kept.delete(clientId);
    if (clean) {
      await this.#forget(clientId);
    } else {
      kept.add(clientId);
      const away = [...kept].find((id) => id !== clientId && !this.#options.sessions.isConnected(principal, id));
      if (kept.size > this.#options.limits.keptSessionsPerPrincipal && away !== undefined) {
        kept.delete(away);
        await this.#forget(away);
      }
    }
    if (kept.size > 0) this.#clientIds.set(key, kept);
    else this.#clientIds.delete(key);
  }

  async #forget(clientId: string): Promise<void> {
    const owner = { id: clientId };
    await this.#persistence.cleanSubscriptions(owner);
    await this.#persistence.cleanIncoming(owner);
    for await (const packet of this.#persistence.outgoingStream(owner))
      await this.#persistence.outgoingClearMessageId(owner, packet);
    this.#waiting.delete(clientId);
  }

  #keepPermittedSubscriptions(): void {
    const add = this.#persistence.addSubscriptions.bind(this.#persistence);
    this.#persistence.addSubscriptions = (client, subscriptions) =>
      add(
        client,
        subscriptions.filter((one) => this.#options.maySubscribe(client, one.topic)),
      );
  }

  #countMessages(): void {
    const enqueue = this.#persistence.outgoingEnqueueCombi.bind(this.#persistence);
    const clear = this.#persistence.outgoingClearMessageId.bind(this.#persistence);
    this.#persistence.outgoingEnqueueCombi = (subscriptions, packet) => {
      const withRoom = subscriptions.filter(({ clientId }) => this.#makeRoom(clientId));
      return enqueue(withRoom, packet);
    };
    this.#persistence.outgoingClearMessageId = async (client, packet) => {
      const cleared = await clear(client, packet);
      const waiting = this.#waiting.get(client.id) ?? 0;
      if (cleared && waiting > 1) this.#waiting.set(client.id, waiting - 1);
      else if (cleared) this.#waiting.delete(client.id);
      return cleared;
    };
  }

  #makeRoom(clientId: string): boolean {
    const waiting = this.#waiting.get(clientId) ?? 0;
    if (waiting >= this.#options.limits.keptMessagesPerSession) {
      this.#options.onUndelivered();
      return false;
    }
    this.#waiting.set(clientId, waiting + 1);
    return true;
  }
}
