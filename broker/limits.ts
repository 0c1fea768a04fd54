/** What one client may ask of the broker. Every number bounds memory or time that a stranger could otherwise take. */
export interface BrokerLimits {
  /** Largest MQTT packet of a signed-in client, in bytes after the fixed header. */
  packetBytes: number;
  /** Largest packet before sign-in: a CONNECT with its will. */
  connectPacketBytes: number;
  connections: number;
  connectionsPerPrincipal: number;
  /** Sessions kept for clients that are away (clean session = false); the longest unseen gives way. */
  keptSessionsPerPrincipal: number;
  /** QoS 1 messages kept for one client that is away. */
  keptMessagesPerSession: number;
  connectTimeoutMs: number;
  /** A client silent for one and a half times this is taken for dead, whatever keep alive it asked for. */
  keepAliveSeconds: number;
  /** How long a person's connection may outlast what it signed in with, where that ended on another instance. */
  peopleRenewedMs: number;
  clientIdLength: number;
  /** Readings waiting to be stored before publishers have to wait. */
  queuedReadings: number;
  readingsPerWrite: number;
  readingsPerMessage: number;
  /** How far a device's clock may run ahead before its readings are refused. */
  futureMs: number;
  /** How much the spool on disk may hold while the database is away. */
  spoolBytes: number;
  /** A write to the database that takes longer counts as away. */
  storageDeadlineMs: number;
  /** Between attempts to store what is in the spool. */
  storageRetryMs: number;
  firstSignInDelayMs: number;
  longestSignInDelayMs: number;
  /** So many failures in a row under one name from one address shut it out for a while, each further one for twice as long. */
  failuresBeforeLock: number;
  firstLockMs: number;
  longestLockMs: number;
  /** Messages of one principal over all its connections; what comes faster waits, and nothing is dropped. */
  messagesPerSecond: number;
  messagesAtOnce: number;
  /** New connections of one address; further ones are closed. A power cut brings a whole gateway's devices back at once. */
  connectionsPerSecond: number;
  connectionsAtOnce: number;
  /** Length of a topic or filter, in characters: none of ours comes near it. */
  topicLength: number;
  /** How long a subscriber may leave what is sent to it unread. */
  drainTimeoutMs: number;
  stopTimeoutMs: number;
}

export const defaultLimits: BrokerLimits = {
  packetBytes: 256 * 1024,
  connectPacketBytes: 16 * 1024,
  connections: 20_000,
  connectionsPerPrincipal: 5,
  keptSessionsPerPrincipal: 5,
  keptMessagesPerSession: 1000,
  connectTimeoutMs: 10_000,
  keepAliveSeconds: 3600,
  peopleRenewedMs: 20_000,
  clientIdLength: 128,
  queuedReadings: 20_000,
  readingsPerWrite: 2000,
  readingsPerMessage: 1000,
  futureMs: 24 * 3_600_000,
  spoolBytes: 512 * 1024 * 1024,
  storageDeadlineMs: 5000,
  storageRetryMs: 1000,
  firstSignInDelayMs: 250,
  longestSignInDelayMs: 8000,
  failuresBeforeLock: 10,
  firstLockMs: 30_000,
  longestLockMs: 15 * 60_000,
  messagesPerSecond: 2000,
  messagesAtOnce: 10_000,
  connectionsPerSecond: 200,
  connectionsAtOnce: 5000,
  topicLength: 256,
  drainTimeoutMs: 10_000,
  stopTimeoutMs: 10_000,
};
