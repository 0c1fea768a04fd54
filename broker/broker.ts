import { type EventEmitter, setMaxListeners } from 'node:events';
import type { Socket } from 'node:net';
import type { Aedes, Client } from 'aedes';
import { type BridgeSettings, runBridge } from './bridge/bridge.ts';
import { createCommandDelivery } from './commands.ts';
import { DeviceBroker } from './device-broker.ts';
import { InFlight } from './in-flight.ts';
import { createIntake } from './ingest/intake.ts';
import { IngestQueue } from './ingest/queue.ts';
import { Receiver } from './ingest/receive.ts';
import { storeOrSetAside } from './ingest/set-aside.ts';
import { KeptSessions } from './kept-sessions.ts';
import { type BrokerLimits, defaultLimits } from './limits.ts';
import { listen } from './listeners.ts';
import type { Logger } from './log.ts';
import { type BrokerCounters, type BrokerMetrics, createCounters } from './metrics.ts';
import { createOversizedRefusal } from './oversized.ts';
import { Pace } from './pace.ts';
import { guardPacketSize } from './packet-size.ts';
import { People } from './people.ts';
import type { BrokerPorts, CanonicalReading, StoreReport } from './ports.ts';
import { createPublishing } from './publishing.ts';
import { Sessions } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { Spool } from './spool/spool.ts';
import { SpooledStore } from './spool/spooled-store.ts';
import { closeAedes, stopGracefully } from './stopping.ts';
import { mayReceive, maySubscribe, senderOf } from './topic-rules.ts';

export interface BrokerOptions {
  ports: BrokerPorts;
  /** 0: any free port. */
  mqttPort: number;
  mqtts?: { port: number; key: Buffer; cert: Buffer; clientCa?: Buffer };
  /** Absent: all interfaces. */
  host?: string;
  clock: () => Date;
  log: Logger;
  limits?: Partial<BrokerLimits>;
  /** Where readings wait while the database is away. Absent: they are not acknowledged then. */
  spoolDirectory?: string;
}

export interface Broker {
  mqttPort: number;
  mqttsPort?: number;
  /** Does it take connections? */
  readonly connected: boolean;
  /**
   * Sends the warning, as JSON with QoS 1, to `agritrace/v1/warnings/{code}` of each division, to whoever may read it now.
   * Resolves with how many connected subscribers of each topic it was passed on to.
   * @throws Error once the broker stops
   */
  publishWarning(divisionCodes: readonly string[], warning: object): Promise<{ topic: string; subscribers: number }[]>;
  /** Sends the audit log's newest signed checkpoint to `agritrace/v1/audit/checkpoint`, retained: whoever comes later has it too. */
  publishCheckpoint(note: string): Promise<void>;
  /** Takes in what devices publish to another broker, until the signal is given and what was taken is acknowledged. */
  takeFrom(settings: BridgeSettings, signal: AbortSignal): Promise<void>;
  /** Closes the connections that were signed in with one of these sessions, tokens or accounts. */
  endConnections(credentials: readonly string[]): void;
  /** Publishes what waits for a device, if it is there and listens. */
  deliverCommands(deviceId: string): void;
  /** Closes the connections of a device or gateway, and takes nothing more from them. */
  endDevice(deviceId: string): void;
  /** New TLS connections get this certificate from now on; the open ones stay. */
  renewCertificate(certificate: { key: Buffer; cert: Buffer }): void;
  /** The spool is more than half full. */
  readonly spoolFilling: boolean;
  /** Takes no more, finishes what has been read, acknowledges it, and closes. */
  stop(): Promise<void>;
  metrics(): BrokerMetrics;
}

/** @throws when a port cannot be opened */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const { ports, clock, log } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const counters = createCounters();
  const sessions = new Sessions();
  const people = new People(sessions, log);
  const inFlight = new InFlight();
  const stopping = new AbortController();
  // Everything that waits listens to it.
  setMaxListeners(0, stopping.signal);
  const onStored = (report: StoreReport) => {
    counters.readingsStored += report.stored;
    counters.readingsDuplicate += report.duplicates;
  };
  const onSetAside = () => {
    counters.readingsSetAside += 1;
  };
  const store = (readings: CanonicalReading[]) => storeOrSetAside({ ports, log, onSetAside }, readings);
  const spool =
    options.spoolDirectory === undefined
      ? undefined
      : await Spool.open({ directory: options.spoolDirectory, capacityBytes: limits.spoolBytes, log });
  const spooled = spool && createSpooledStore({ spool, store, ports, limits, counters, log, onStored });
  const queue = new IngestQueue({
    store: (readings) => (spooled ? spooled.store(readings) : store(readings)),
    capacity: limits.queuedReadings,
    readingsPerWrite: limits.readingsPerWrite,
    onStored,
  });
  const receiver = new Receiver({
    ...{ ports, queue, limits, counters, log },
    onReachable: (device) => deliverCommands(device),
  });
  const intake = createIntake({ receiver, inFlight, limits, counters, clock, log, stopping: stopping.signal });
  const maySubscribeTo = (client: Client, filter: string) => {
    const session = sessions.of(client);
    if (filter.length > limits.topicLength)
      return { allowed: false, fault: 'topic', reason: `the filter has ${filter.length} characters` } as const;
    return session
      ? maySubscribe(session.principal, filter, (own, division) => ports.mayReadWarnings(own, division))
      : ({ allowed: false, fault: 'topic', reason: 'not signed in' } as const);
  };

  /** To how many each publication under way was passed on; packets on their way to subscribers share its payload. */
  const passedOn = new Map<Buffer | string, number>();
  const aedes: Aedes = new DeviceBroker({
    connectTimeout: limits.connectTimeoutMs,
    // Checked at sign-in; here the id already has the name in front.
    maxClientsIdLength: Number.POSITIVE_INFINITY,
    maxTopicLevels: 10,
    maxInflightInbound: 100,
    // A subscriber that does not read must not hold up a warning for the others.
    drainTimeout: limits.drainTimeoutMs,
    ...createSignIn({
      ports,
      sessions,
      keptSessions: () => keptSessions,
      limits,
      clock,
      log,
      stopping: stopping.signal,
      onRefused(locked) {
        counters.signInsRefused += 1;
        if (locked) counters.signInsLocked += 1;
      },
    }),
    ...createPublishing(sessions, intake),
    authorizeSubscribe(client, subscription, done) {
      const verdict = maySubscribeTo(client, subscription.topic);
      if (verdict.allowed) return done(null, subscription);
      counters.subscriptionsRefused += 1;
      log.warn({ clientId: sessions.of(client)?.clientId, reason: verdict.reason }, 'subscription refused');
      // No subscription and no error: SUBACK 0x80 for this filter alone.
      return done(null, null);
    },
    // Asked again at delivery: a right may have ended since the subscription, or since a message was kept for an absent client.
    authorizeForward(client, packet) {
      const session = sessions.of(client);
      const may =
        session &&
        !session.ended &&
        mayReceive(session.principal, packet.topic, (own, of) => ports.mayReadWarnings(own, of));
      if (!may) return null;
      const count = passedOn.get(packet.payload);
      if (count !== undefined) passedOn.set(packet.payload, count + 1);
      return packet;
    },
  });
  const events: EventEmitter = aedes;
  events.on('error', (error: unknown) => log.error({ err: error }, 'broker error'));
  for (const event of ['clientError', 'connectionError'])
    events.on(event, (client: Client, error: Error) => {
      if (!isProtocolError(error)) return;
      counters.protocolErrors += 1;
      log.warn({ clientId: sessions.of(client)?.clientId, reason: error.message }, 'not MQTT, connection closed');
    });
  await aedes.listen();
  const keptSessions: KeptSessions = new KeptSessions(aedes, {
    sessions,
    limits,
    maySubscribe: (client, filter) => maySubscribeTo(client, filter).allowed,
    onUndelivered() {
      counters.undelivered += 1;
    },
  });

  const deliverCommands = createCommandDelivery({
    aedes,
    sessions,
    ports,
    log,
    clock,
    publish: (topic, payload) => publish(aedes, topic, payload),
  });

  const arrivals = new Pace(limits.connectionsPerSecond, limits.connectionsAtOnce);
  const refuseOversized = createOversizedRefusal({ receiver, inFlight, limits, clock, log });
  function onConnection(socket: Socket): void {
    if (!arrivals.allows(socket.remoteAddress ?? 'unknown', clock().getTime())) {
      counters.connectionsTooFast += 1;
      socket.destroy();
      return;
    }
    let client: Client | null = null;
    const limit = () => {
      if (stopping.signal.aborted) return -1;
      return sessions.of(client) ? limits.packetBytes : limits.connectPacketBytes;
    };
    guardPacketSize(socket, limit, (packet) => {
      counters.packetsOversized += 1;
      return refuseOversized(sessions.of(client), packet);
    });
    client = aedes.handle(socket);
  }

  const listeners = await listen(
    {
      mqttPort: options.mqttPort,
      ...(options.mqtts && { mqtts: options.mqtts }),
      ...(options.host && { host: options.host }),
      connections: limits.connections,
      handshakeTimeoutMs: limits.connectTimeoutMs,
    },
    onConnection,
    () => {
      counters.connectionsRefused += 1;
    },
  ).catch(async (error: unknown) => {
    await closeAedes(aedes);
    throw error;
  });

  people.renewEvery(limits.peopleRenewedMs, stopping.signal);
  let stopped: Promise<void> | undefined;
  return {
    mqttPort: listeners.mqttPort,
    ...(listeners.mqttsPort !== undefined && { mqttsPort: listeners.mqttsPort }),
    get connected() {
      return !stopping.signal.aborted;
    },
    async publishWarning(divisionCodes, warning) {
      if (stopping.signal.aborted) throw new Error('the broker has stopped');
      await people.renew();
      const text = JSON.stringify(warning);
      const topics = [...new Set(divisionCodes)].map((code) => `agritrace/v1/warnings/${code}`);
      const published = await Promise.all(
        topics.map(async (topic) => {
          const payload = Buffer.from(text);
          passedOn.set(payload, 0);
          try {
            await publish(aedes, topic, payload);
            return { topic, subscribers: passedOn.get(payload) ?? 0 };
          } finally {
            passedOn.delete(payload);
          }
        }),
      );
      counters.warningsPublished += topics.length;
      return published;
    },
    publishCheckpoint: (note) => publish(aedes, 'agritrace/v1/audit/checkpoint', Buffer.from(note), true),
    takeFrom: (settings, signal) => runBridge(settings, { ports, receiver, intake, clock, log }, signal),
    endConnections: (credentials) => people.end(credentials),
    deliverCommands,
    endDevice: (deviceId) =>
      sessions.end(({ principal }) => principal.kind !== 'user' && senderOf(principal) === deviceId),
    renewCertificate: (certificate) => listeners.renewCertificate(certificate),
    get spoolFilling() {
      return spooled?.filling ?? false;
    },
    stop() {
      stopping.abort();
      stopped ??= stopGracefully(aedes, listeners, inFlight, limits.stopTimeoutMs, log).finally(() => spooled?.stop());
      return stopped;
    },
    metrics: () => ({
      ...counters,
      connections: listeners.size,
      queueLength: queue.length,
      spoolBytes: spool?.bytes ?? 0,
      spoolCapacityBytes: spool?.capacityBytes ?? 0,
    }),
  };
}

/** Aedes tells of a broken connection by the same events; those have a system call's code. */
function isProtocolError(error: Error): boolean {
  return !('code' in error) && !('syscall' in error);
}

function createSpooledStore(parts: {
  spool: Spool;
  store(readings: CanonicalReading[]): Promise<StoreReport>;
  ports: BrokerPorts;
  limits: BrokerLimits;
  counters: BrokerCounters;
  log: Logger;
  onStored(report: StoreReport): void;
}): SpooledStore {
  const { spool, store, ports, limits, counters, log, onStored } = parts;
  return new SpooledStore({
    spool,
    store,
    isAway: (error) => ports.isAway(error),
    deadlineMs: limits.storageDeadlineMs,
    retryMs: limits.storageRetryMs,
    log,
    onSpooled(readings) {
      counters.readingsSpooled += readings;
    },
    onReplayed(report) {
      onStored(report);
      counters.readingsReplayed += report.stored + report.duplicates;
    },
  });
}

function publish(aedes: Aedes, topic: string, payload: Buffer, retain = false): Promise<void> {
  return new Promise((resolve, reject) => {
    aedes.publish({ cmd: 'publish', topic, payload, qos: 1, retain, dup: false }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
