import type { Logger } from '../log.ts';
import type { BrokerPorts, CanonicalReading, StoreReport } from '../ports.ts';

export interface SettingAside {
  ports: Pick<BrokerPorts, 'storeReadings' | 'isAway' | 'isFull' | 'rejectMessage'>;
  log: Logger;
  onSetAside(): void;
}

/**
 * Stores all readings but for those that the database refuses each by itself: these are kept as rejected messages with the
 * reason, so that one of them holds up neither those it came with nor what waits behind it. That the database keeps the
 * rejected message shows that it takes writes, and that the reading is at fault.
 * @throws when the database is away or full, or refuses the rejected message too: then nothing may be acknowledged
 */
export async function storeOrSetAside(parts: SettingAside, readings: CanonicalReading[]): Promise<StoreReport> {
  try {
    return await parts.ports.storeReadings(readings);
  } catch (error) {
    if (takesNothing(parts, error)) throw error;
    if (readings.length > 1) return storeHalves(parts, readings);
    return again(parts, readings);
  }
}

function takesNothing({ ports }: SettingAside, error: unknown): boolean {
  return ports.isAway(error) || ports.isFull(error);
}

async function storeHalves(parts: SettingAside, readings: CanonicalReading[]): Promise<StoreReport> {
  const half = Math.ceil(readings.length / 2);
  const first = await storeOrSetAside(parts, readings.slice(0, half));
  const second = await storeOrSetAside(parts, readings.slice(half));
  return { stored: first.stored + second.stored, duplicates: first.duplicates + second.duplicates };
}

/** A lonely reading that was refused is tried once more: the refusal may have been about something else. */
async function again(parts: SettingAside, readings: CanonicalReading[]): Promise<StoreReport> {
  try {
    return await parts.ports.storeReadings(readings);
  } catch (error) {
    if (takesNothing(parts, error)) throw error;
    for (const reading of readings) await setAside(parts, reading, error);
    return { stored: 0, duplicates: 0 };
  }
}

async function setAside({ ports, log, onSetAside }: SettingAside, reading: CanonicalReading, error: unknown) {
  const { device, metric, at, receivedAt } = reading;
  await ports.rejectMessage({
    device,
    topic: `agritrace/v1/${device}/readings`,
    payload: Buffer.from(JSON.stringify(reading)),
    reason: `the database refused it: ${error instanceof Error ? error.message : String(error)}`,
    receivedAt,
  });
  onSetAside();
  log.error({ err: error, device, metric, at }, 'reading refused by the database, kept as a rejected message');
}
