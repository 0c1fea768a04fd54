import type { IPublishPacket } from 'mqtt-packet';
import type { Intake } from '../ingest/intake.ts';
import type { Receiver, Taken } from '../ingest/receive.ts';
import type { Logger } from '../log.ts';
import type { BrokerPorts } from '../ports.ts';
import { inTurn, newSession, type Session } from '../sessions.ts';
import { MqttSubscriber } from './mqtt-subscriber.ts';

/** Another broker, to which the devices are connected in the stead of ours. */
export interface BridgeSettings {
  url: URL;
  ca?: Buffer;
  clientId: string;
  /** The name under which subscribers share the messages. */
  group: string;
}

export interface BridgeOptions {
  ports: Pick<BrokerPorts, 'sourceOf'>;
  receiver: Receiver;
  intake: Intake;
  clock: () => Date;
  log: Logger;
}

const receiveMaximum = 1000;
const mostSessions = 50_000;
/** What a device may publish, with its id where the wildcard stands. */
const contents = ['readings', 'results', 'status'];
const topicOfDevice = /^agritrace\/v1\/([^/]+)\/(?:readings|results|status)$/;

/**
 * Takes in what devices publish to another broker: the same way as from our own, and acknowledged there when it is durable
 * here. Who sent a message is what its topic says, so that broker must let each device publish under its own id alone.
 */
export async function runBridge(settings: BridgeSettings, options: BridgeOptions, signal: AbortSignal): Promise<void> {
  const { ports, receiver, intake, clock, log } = options;
  const sessions = new Map<string, Session>();

  const sessionOf = (deviceId: string): Session => {
    const known = sessions.get(deviceId);
    if (known) return known;
    if (sessions.size >= mostSessions) sessions.clear();
    const session = newSession({
      principal: { kind: 'device', deviceId },
      clientId: settings.clientId,
      address: settings.url.host,
    });
    sessions.set(deviceId, session);
    return session;
  };

  /** Why nothing is taken from that device. */
  const unheard = async (deviceId: string): Promise<string | undefined> => {
    const source = await ports.sourceOf(deviceId);
    return source ? source.unheard : `No device is registered as ${deviceId}: register it, and it is heard.`;
  };

  const takeFrom = (deviceId: string, packet: IPublishPacket, taken: Taken): void => {
    const { topic } = packet;
    const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
    const session = sessionOf(deviceId);
    inTurn(session, () => unheard(deviceId))
      .then(async (reason) => {
        if (reason === undefined)
          return intake(session, { topic, payload, qos: packet.qos, retain: packet.retain }, taken);
        await receiver.keepRejected({ device: deviceId, topic, payload, receivedAt: clock() }, reason);
        return taken(null, []);
      })
      .catch((error: unknown) => taken(error instanceof Error ? error : new Error(String(error)), []));
  };

  const subscriber = new MqttSubscriber({
    url: settings.url,
    ...(settings.ca && { ca: settings.ca }),
    clientId: settings.clientId,
    filters: contents.map((content) => `$share/${settings.group}/agritrace/v1/+/${content}`),
    receiveMaximum,
    log,
    onMessage(packet, taken) {
      const deviceId = topicOfDevice.exec(packet.topic)?.[1];
      if (deviceId === undefined) taken(null);
      else takeFrom(deviceId, packet, (error) => taken(error));
    },
  });
  await subscriber.run(signal);
}
