import type { Logger } from '../log.ts';
import type {
  BrokerPorts,
  CanonicalReading,
  CanonicalResult,
  Principal,
  RejectedMessage,
  Source,
  StoreReport,
  UserPrincipal,
  Vitals,
} from '../ports.ts';

export const silent: Logger = { info() {}, warn() {}, error() {} };

/** A platform in memory, whose storage can be held back or broken. */
export class MemoryPorts implements BrokerPorts {
  readonly secrets = new Map<string, { secret: string; principal: Principal }>();
  readonly readings = new Map<string, CanonicalReading>();
  readonly results: CanonicalResult[] = [];
  readonly rejected: RejectedMessage[] = [];
  readonly statuses: { device: string; status: string }[] = [];
  readonly vitals = new Map<string, Vitals>();
  /** Registered devices: by their own id, or `gateway|external id` behind a gateway. */
  readonly sources = new Map<string, Source>();
  /** Sizes of the writes, in order. */
  readonly writes: number[] = [];
  storageFails = false;
  refuseResult: (result: CanonicalResult) => string | null = () => null;
  #held: (() => void)[] | null = null;

  constructor(...devices: string[]) {
    for (const deviceId of devices)
      this.secrets.set(deviceId, { secret: `secret of ${deviceId}`, principal: { kind: 'device', deviceId } });
  }

  addUser(username: string, divisionCode: string): void {
    const principal: UserPrincipal = {
      kind: 'user',
      username,
      divisionCode,
      credentials: [username],
      renew: async () => principal,
    };
    this.secrets.set(`user:${username}`, { secret: 'token', principal });
  }

  addIntegration(name: string): void {
    this.secrets.set(`app:${name}`, { secret: `secret of app:${name}`, principal: { kind: 'integration', name } });
  }

  /** A device that signs in with its access token alone. */
  addToken(token: string, deviceId: string): void {
    this.secrets.set(token, { secret: '', principal: { kind: 'device', deviceId } });
  }

  async sourceOf(sender: string, child?: string): Promise<Source | null> {
    if (child !== undefined) return this.sources.get(`${sender}|${child}`) ?? null;
    return this.sources.get(sender) ?? { device: sender };
  }

  holdStorage(): void {
    this.#held = [];
  }

  releaseStorage(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const resume of held) resume();
  }

  async authenticate(username: string, password: Buffer | undefined): Promise<Principal | null> {
    const known = this.secrets.get(username);
    return known && (password?.toString() ?? '') === known.secret ? known.principal : null;
  }

  async authenticateCertificate(): Promise<Principal | null> {
    return null;
  }

  async pendingCommands() {
    return [];
  }

  async noteVitals(device: string, vitals: Vitals): Promise<void> {
    this.vitals.set(device, { ...this.vitals.get(device), ...vitals });
  }

  async commandSent(): Promise<void> {}

  async commandDone(): Promise<void> {}

  async answerCommand(): Promise<string | null> {
    return null;
  }

  async storeReadings(readings: CanonicalReading[]): Promise<StoreReport> {
    await this.#storage();
    this.writes.push(readings.length);
    const before = this.readings.size;
    for (const reading of readings) {
      const key = `${reading.device}|${reading.metric}|${reading.at.toISOString()}`;
      if (!this.readings.has(key)) this.readings.set(key, reading);
    }
    const stored = this.readings.size - before;
    return { stored, duplicates: readings.length - stored };
  }

  isAway(error: unknown): boolean {
    return error instanceof Error && error.message === 'the database is away';
  }

  isFull(error: unknown): boolean {
    return error instanceof Error && error.message === 'the disk is full';
  }

  async storeResults(results: CanonicalResult[]) {
    await this.#storage();
    const refused: { index: number; reason: string }[] = [];
    for (const [index, result] of results.entries()) {
      const reason = this.refuseResult(result);
      if (reason) refused.push({ index, reason });
      else this.results.push(result);
    }
    return { refused };
  }

  async rejectMessage(message: RejectedMessage): Promise<void> {
    await this.#storage();
    this.rejected.push(message);
  }

  readonly missing = new Map<string, number>();

  async noteMissing(device: string, missing: number): Promise<void> {
    this.missing.set(device, (this.missing.get(device) ?? 0) + missing);
  }

  async recordStatus(device: string, status: 'online' | 'offline'): Promise<void> {
    await this.#storage();
    this.statuses.push({ device, status });
  }

  mayReadWarnings(own: string, division: string): boolean {
    return division.startsWith(own.replace(/00$/, ''));
  }

  async #storage(): Promise<void> {
    const held = this.#held;
    if (held) await new Promise<void>((resolve) => held.push(resolve));
    if (this.storageFails) throw new Error('the database is away');
  }
}

/** Waits until `true`, with a time limit instead of a fixed pause. */
export async function eventually(condition: () => boolean, what: string, timeoutMs = 5000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`did not happen within ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
