import type { EventEmitter } from 'node:events';
import type { Aedes, Client } from 'aedes';
import type { Logger } from './log.ts';
import type { BrokerPorts, CommandAnswer } from './ports.ts';
import type { Sessions } from './sessions.ts';

interface Parts {
  aedes: Aedes;
  sessions: Sessions;
  ports: Pick<BrokerPorts, 'pendingCommands' | 'commandSent'>;
  log: Logger;
  publish(topic: string, payload: Buffer): Promise<void>;
}

/**
 * Publishes what waits for a device whenever it is there and listens: as soon as a command is given, and each time it
 * subscribes or comes back to a kept session, until it has answered. A device may so hear a command twice, by the same id.
 */
export function createCommandDelivery({ aedes, sessions, ports, log, publish }: Parts) {
  const topicOf = (deviceId: string) => `agritrace/v1/${deviceId}/commands`;
  const listens = (client: Client, topic: string) =>
    topic in (client as Client & { subscriptions: object }).subscriptions;

  const deliver = async (deviceId: string): Promise<void> => {
    const topic = topicOf(deviceId);
    if (!sessions.ofDevice(deviceId).some((client) => listens(client, topic))) return;
    for (const { id, payload } of await ports.pendingCommands(deviceId)) {
      await publish(topic, payload);
      await ports.commandSent(id);
    }
  };

  const turns = new Map<string, Promise<void>>();
  const deliverInTurn = (deviceId: string): void => {
    const turn = (turns.get(deviceId) ?? Promise.resolve())
      .then(() => deliver(deviceId))
      .catch((error: unknown) => log.error({ err: error, device: deviceId }, 'commands not delivered'))
      .finally(() => {
        if (turns.get(deviceId) === turn) turns.delete(deviceId);
      });
    turns.set(deviceId, turn);
  };

  const onListening = (client: Client | null): void => {
    const principal = sessions.of(client)?.principal;
    if (principal?.kind === 'device') deliverInTurn(principal.deviceId);
  };
  const events: EventEmitter = aedes;
  events.on('clientReady', (client: Client) => onListening(client));
  events.on('subscribe', (_subscriptions: unknown, client: Client | null) => onListening(client));

  return deliverInTurn;
}

/** `null` for what is no answer. */
export function readAnswer(payload: Buffer): Pick<CommandAnswer, 'command' | 'status' | 'reason'> | null {
  let answer: { id?: unknown; status?: unknown; reason?: unknown } | null;
  try {
    answer = JSON.parse(payload.toString('utf8'));
  } catch {
    return null;
  }
  const { id, status, reason } = answer ?? {};
  if (typeof id !== 'string' || (status !== 'done' && status !== 'refused')) return null;
  return { command: id, status, ...(typeof reason === 'string' && { reason }) };
}
