/** Monotonic counts since the start, but for `connections`, `queueLength` and what the spool holds and may hold, which are the present state. */
export interface BrokerMetrics {
  connections: number;
  /** Because too many were open. */
  connectionsRefused: number;
  /** Because one address opened them too fast. */
  connectionsTooFast: number;
  /** Packets that are not MQTT, or not in their place; the connection was closed. */
  protocolErrors: number;
  packetsOversized: number;
  signInsRefused: number;
  /** Refused without a look at the credentials, after too many failures. */
  signInsLocked: number;
  subscriptionsRefused: number;
  publishesRefused: number;
  /** Messages that came faster than their sender's pace and had to wait. */
  messagesDelayed: number;
  messagesReceived: number;
  messagesRejected: number;
  /** Events of network servers that hold no measurement: joins, acknowledgements, logs. */
  eventsPassedOver: number;
  readingsStored: number;
  readingsDuplicate: number;
  /** Readings acknowledged from the disk while the database was away, and those of them that it has stored since. */
  readingsSpooled: number;
  readingsReplayed: number;
  /** Readings that the database refused by themselves, kept as rejected messages. */
  readingsSetAside: number;
  resultsStored: number;
  storageFailures: number;
  /** QoS 0 messages given up because the queue was full or the storage failed; QoS 1 is never shed. */
  qos0Shed: number;
  warningsPublished: number;
  /** Messages not kept for a client that is away, because too many wait for it already. */
  undelivered: number;
  queueLength: number;
  /** What waits on disk for the database to come back. */
  spoolBytes: number;
  spoolCapacityBytes: number;
}

export type BrokerCounters = Omit<BrokerMetrics, 'connections' | 'queueLength' | 'spoolBytes' | 'spoolCapacityBytes'>;

export function createCounters(): BrokerCounters {
  return {
    connectionsRefused: 0,
    connectionsTooFast: 0,
    protocolErrors: 0,
    packetsOversized: 0,
    signInsRefused: 0,
    signInsLocked: 0,
    subscriptionsRefused: 0,
    publishesRefused: 0,
    messagesDelayed: 0,
    messagesReceived: 0,
    messagesRejected: 0,
    eventsPassedOver: 0,
    readingsStored: 0,
    readingsDuplicate: 0,
    readingsSpooled: 0,
    readingsReplayed: 0,
    readingsSetAside: 0,
    resultsStored: 0,
    storageFailures: 0,
    qos0Shed: 0,
    warningsPublished: 0,
    undelivered: 0,
  };
}
