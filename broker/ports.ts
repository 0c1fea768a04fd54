/** What the broker needs of the platform. The composition root hands in an implementation; the broker knows no database. */

/** One measured value in canonical form. `unit` is a UCUM code; `at` the time of measurement. */
export interface CanonicalReading {
  device: string;
  metric: string;
  value: number;
  unit: string;
  at: Date;
  receivedAt: Date;
  /** `received`: the device sent no time, so `at` is when the message arrived. */
  timeSource: 'device' | 'received';
  sequence?: number;
}

/** A test device's result. `value` stays the decimal text the device sent; `sample` is a batch code or a sample number. */
export interface CanonicalResult {
  device: string;
  sample: string;
  analyte: string;
  value: string;
  unit: string;
  method?: string;
  at: Date;
  receivedAt: Date;
}

export interface RejectedMessage {
  device: string;
  topic: string;
  payload: Buffer;
  /** A sentence that the device's owner can act on. */
  reason: string;
  receivedAt: Date;
}

/** Who is at the other end of an MQTT connection. */
export type Principal = { kind: 'device'; deviceId: string } | { kind: 'user'; username: string; divisionCode: string };

export interface StoreReport {
  stored: number;
  duplicates: number;
}

export interface BrokerPorts {
  /** `null` when the credentials are wrong, the device is disabled, or nobody is known by that name. */
  authenticate(username: string, password: Buffer | undefined): Promise<Principal | null>;
  /** Resolves when the readings are durable; a repeat of a stored reading counts as a duplicate. Rejects when nothing could be stored. */
  storeReadings(readings: CanonicalReading[]): Promise<StoreReport>;
  /** Resolves when the results are durable; the answer lists, by position, those that were refused and why. */
  storeResults(results: CanonicalResult[]): Promise<{ refused: { index: number; reason: string }[] }>;
  rejectMessage(message: RejectedMessage): Promise<void>;
  recordStatus(deviceId: string, status: 'online' | 'offline', at: Date): Promise<void>;
  /** May a regulator's client with this division read the warnings of `divisionCode`? */
  mayReadWarnings(ownDivisionCode: string, divisionCode: string): boolean;
}
