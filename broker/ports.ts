/** What the broker needs of the platform. The composition root hands in an implementation; the broker knows no database. */

/** One measured value in canonical form. `unit` is a UCUM code; `at` the time of measurement. */
export interface CanonicalReading {
  device: string;
  metric: string;
  value: number;
  unit: string;
  at: Date;
  receivedAt: Date;
  /**
   * Whose clock `at` is: the device's own, that of the network server that heard it, or ours, when nobody sent a time and
   * `at` is when the message arrived.
   */
  timeSource: 'device' | 'network' | 'received';
  /** A counter of the device that goes up by one with each message or reading. */
  sequence?: number;
  /** Names the radio frame it came in: a frame that is sent again keeps it, though its time is another. */
  frame?: string;
}

/** How the names that a vendor's firmware gives become metrics. */
export interface FieldMapping {
  /** Fields named like one of the platform's metrics are in that metric's canonical unit. */
  sameNames?: boolean | undefined;
  fields: readonly MappedField[];
}

export interface MappedField {
  /** As the firmware names it; `a.b` is `b` within `a`. */
  field: string;
  metric?: string | undefined;
  /** UCUM, the unit in which the firmware sends it; absent: the format's own, else the metric's canonical one. */
  unit?: string | undefined;
  /** Known and not wanted. */
  ignored?: boolean | undefined;
}

/** The registered device behind a message. */
export interface Source {
  device: string;
  mapping?: FieldMapping | undefined;
  /** Why nothing is taken from it. */
  unheard?: string | undefined;
}

/** A test device's result. `value` stays the decimal text the device sent; `sample` is a batch code or a sample number. */
export interface CanonicalResult {
  device: string;
  sample: string;
  analyte: string;
  value: string;
  unit: string;
  method?: string;
  /** Why the test says nothing: its blank or control line failed. */
  invalid?: string;
  at: Date;
  receivedAt: Date;
}

/** What a device, or the network that heard it, tells of the device itself. Its battery charge comes as a reading. */
export interface Vitals {
  /** Strength of the received signal in dBm, and its ratio to the noise in dB, at the gateway that heard it best. */
  rssi?: number | undefined;
  snr?: number | undefined;
  firmware?: string | undefined;
  externalPower?: boolean | undefined;
  /** Of a device behind a gateway: the commands it has announced, and the topic on which the gateway takes them. */
  commands?: { topic: string; takes: string[] } | undefined;
}

/** What waits for a device. */
export interface PendingCommand {
  id: string;
  name: string;
  /** As a device that speaks for itself is told. */
  payload: Buffer;
  via?: { gateway: string; topic: string };
}

/** What a device says of a command it was sent. */
export interface CommandAnswer {
  device: string;
  command: string;
  status: 'done' | 'refused';
  reason?: string | undefined;
  at: Date;
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
export type Principal =
  | { kind: 'device'; deviceId: string; until?: Date | undefined }
  /** A network server or gateway that publishes for the devices registered behind it. `until`: its sign-in ends then. */
  | { kind: 'integration'; name: string; until?: Date | undefined }
  | UserPrincipal;

export interface UserPrincipal {
  kind: 'user';
  username: string;
  divisionCode: string;
  /** The ids of what this sign-in stands on; it ends with any of them. */
  credentials: readonly string[];
  /** The same sign-in with the rights of now; `null` when it is over or may read no warnings any more. */
  renew(): Promise<UserPrincipal | null>;
}

export interface StoreReport {
  stored: number;
  duplicates: number;
}

export interface BrokerPorts {
  /** `null` when the credentials are wrong, the device is disabled, or nobody is known by that name. */
  authenticate(username: string, password: Buffer | undefined): Promise<Principal | null>;
  /** The same for a verified client certificate, by its SHA-256 fingerprint; a user name, where there is one, must fit. */
  authenticateCertificate(fingerprint: string, username: string | undefined): Promise<Principal | null>;
  /**
   * The device that sent a message: the sender itself, or the one registered behind it by that external id. `null` when
   * there is none.
   */
  sourceOf(sender: string, child?: string): Promise<Source | null>;
  /** Resolves when the readings are durable; a repeat of a stored reading counts as a duplicate. Rejects when nothing could be stored. */
  storeReadings(readings: CanonicalReading[]): Promise<StoreReport>;
  /** Does this error of `storeReadings` say that the database cannot be reached, rather than that it refused? */
  isAway(error: unknown): boolean;
  /** Does it say that the database takes nothing at all, whatever it is given, as its disk is full? */
  isFull(error: unknown): boolean;
  /** Resolves when the results are durable; the answer lists, by position, those that were refused and why. */
  storeResults(results: CanonicalResult[]): Promise<{ refused: { index: number; reason: string }[] }>;
  /** What waits for a device, the oldest first, as it is published. */
  pendingCommands(deviceId: string): Promise<PendingCommand[]>;
  /** The command has been published to the device. */
  commandSent(id: string): Promise<void>;
  /** Resolves when the answer is kept, with why it was not taken, or `null`. */
  answerCommand(answer: CommandAnswer): Promise<string | null>;
  /** What the device was sent by this name it has carried out, as its data show; no error when nothing was sent. */
  commandDone(deviceId: string, name: string, at: Date): Promise<void>;
  rejectMessage(message: RejectedMessage): Promise<void>;
  /** The numbers of a protocol show that so many messages of the device were lost on the way. */
  noteMissing(deviceId: string, missing: number): Promise<void>;
  /** Never rejects: what a device tells of itself is not worth a reading. */
  noteVitals(deviceId: string, vitals: Vitals, at: Date): Promise<void>;
  recordStatus(deviceId: string, status: 'online' | 'offline', at: Date): Promise<void>;
  /** May a regulator's client with this division read the warnings of `divisionCode`? */
  mayReadWarnings(ownDivisionCode: string, divisionCode: string): boolean;
}
