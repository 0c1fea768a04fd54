/** Monotonic counts since the start, but for `connections` and `queueLength`, which are the present state. */
export interface BrokerMetrics {
  connections: number;
  connectionsRefused: number;
  signInsRefused: number;
  messagesReceived: number;
  messagesRejected: number;
  /** Events of network servers that hold no measurement: joins, acknowledgements, logs. */
  eventsPassedOver: number;
  readingsStored: number;
  readingsDuplicate: number;
  resultsStored: number;
  storageFailures: number;
  /** QoS 0 messages given up because the queue was full or the storage failed; QoS 1 is never shed. */
  qos0Shed: number;
  warningsPublished: number;
  /** Messages not kept for a client that is away, because too many wait for it already. */
  undelivered: number;
  queueLength: number;
}

export type BrokerCounters = Omit<BrokerMetrics, 'connections' | 'queueLength'>;

export function createCounters(): BrokerCounters {
  return {
    connectionsRefused: 0,
    signInsRefused: 0,
    messagesReceived: 0,
    messagesRejected: 0,
    eventsPassedOver: 0,
    readingsStored: 0,
    readingsDuplicate: 0,
    resultsStored: 0,
    storageFailures: 0,
    qos0Shed: 0,
    warningsPublished: 0,
    undelivered: 0,
  };
}
