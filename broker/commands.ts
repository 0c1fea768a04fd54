import type { EventEmitter } from 'node:events';
import type { Aedes, Client } from 'aedes';
import { takesIn, throughGateway } from './gateway-commands.ts';
import type { Logger } from './log.ts';
import type { BrokerPorts, CommandAnswer, PendingCommand } from './ports.ts';
import type { Sessions } from './sessions.ts';

interface Parts {
  aedes: Aedes;
  sessions: Sessions;
  ports: Pick<BrokerPorts, 'pendingCommands' | 'commandSent'>;
  log: Logger;
  clock: () => Date;
  publish(topic: string, payload: Buffer): Promise<void>;
}

/**
 * Publishes what waits for a device whenever it is there and listens: as soon as a command is given, and each time it
 * subscribes or comes back to a kept session, until it has answered. A device may so hear a command twice, by the same id. One
 * behind a gateway is told through it, once.
 */
export function createCommandDelivery({ aedes, sessions, ports, log, clock, publish }: Parts) {
  const topicOf = (deviceId: string) => `agritrace/v1/${deviceId}/commands`;
  const filtersOf = (client: Client) => Object.keys((client as Client & { subscriptions: object }).subscriptions);

  /** The gateway's connection that listens for it gets it, and no other. */
  const handOn = async (command: PendingCommand): Promise<void> => {
    const { gateway, topic } = command.via ?? {};
    if (gateway === undefined || topic === undefined) return;
    const message = await throughGateway(command, clock());
    const client = sessions.ofGateway(gateway).find((one) => takesIn(filtersOf(one), topic));
    if (!message || !client || client.closed) return;
    // Noted first: the device may have carried it out before the note is kept.
    await ports.commandSent(command.id);
    client.publish({ cmd: 'publish', ...message, qos: 0, retain: false, dup: false }, () => {});
  };

  const deliver = async (deviceId: string, atGateway: boolean): Promise<void> => {
    const topic = topicOf(deviceId);
    const itself = sessions.ofDevice(deviceId).some((client) => filtersOf(client).includes(topic));
    if (!itself && !atGateway) return;
    for (const command of await ports.pendingCommands(deviceId)) {
      if (command.via) await handOn(command);
      else if (itself) {
        await publish(topic, command.payload);
        await ports.commandSent(command.id);
      }
    }
  };

  const turns = new Map<string, Promise<void>>();
  const deliverInTurn = (deviceId: string, atGateway = true): void => {
    const turn = (turns.get(deviceId) ?? Promise.resolve())
      .then(() => deliver(deviceId, atGateway))
      .catch((error: unknown) => log.error({ err: error, device: deviceId }, 'commands not delivered'))
      .finally(() => {
        if (turns.get(deviceId) === turn) turns.delete(deviceId);
      });
    turns.set(deviceId, turn);
  };

  const onListening = (client: Client | null): void => {
    const principal = sessions.of(client)?.principal;
    if (principal?.kind === 'device') deliverInTurn(principal.deviceId, false);
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
