/** One measured value as the device sends it. */
export interface SimulatedReading {
  device: string;
  metric: string;
  value: number;
  unit: string;
  at: Date;
}

interface Window {
  from: Date;
  /** Exclusive; absent: until the end. */
  to?: Date;
}

export type Fault = Window &
  (
    | {
        /** The cooling fails: the temperature climbs towards that of the surroundings. */
        kind: 'excursion';
        /** Where it climbs to, in Cel. */
        target: number;
        /** After this time 63 % of the way is done. */
        timeConstantSeconds: number;
      }
    | { kind: 'silence' }
    | {
        /** The device's clock is wrong by this much; positive: fast. */
        kind: 'skew';
        offsetSeconds: number;
      }
    | {
        /** Each message is sent so many times in all. */
        kind: 'duplicate';
        deliveries: number;
      }
  );

export type FaultKind = Fault['kind'];

export const faultKinds: readonly FaultKind[] = ['excursion', 'silence', 'skew', 'duplicate'];

/** A fault of usual strength: to 12 °C in about half an hour, two days fast, everything twice. */
export function usualFault(kind: FaultKind, from: Date, to?: Date): Fault {
  const window = { from, ...(to && { to }) };
  if (kind === 'excursion') return { kind, ...window, target: 12, timeConstantSeconds: 600 };
  if (kind === 'skew') return { kind, ...window, offsetSeconds: 2 * 86_400 };
  if (kind === 'duplicate') return { kind, ...window, deliveries: 2 };
  return { kind, ...window };
}

/** What the device sends of a reading: none, one, or several. Windows go by the true time of measurement. */
export function applyFaults(reading: SimulatedReading, faults: readonly Fault[]): SimulatedReading[] {
  const { at } = reading;
  const present = faults.filter((fault) => fault.from <= at && (fault.to === undefined || at < fault.to));
  return present.reduce<SimulatedReading[]>(
    (sent, fault) => sent.flatMap((one) => applyFault(one, fault, at)),
    [reading],
  );
}

function applyFault(reading: SimulatedReading, fault: Fault, at: Date): SimulatedReading[] {
  if (fault.kind === 'silence') return [];
  if (fault.kind === 'duplicate') return Array.from({ length: fault.deliveries }, () => reading);
  if (fault.kind === 'skew') return [{ ...reading, at: new Date(reading.at.getTime() + fault.offsetSeconds * 1000) }];
  if (reading.metric !== 'temperature') return [reading];
  const elapsed = (at.getTime() - fault.from.getTime()) / 1000;
  const share = 1 - Math.exp(-elapsed / fault.timeConstantSeconds);
  const value = reading.value + (fault.target - reading.value) * share;
  return [{ ...reading, value: Number(value.toFixed(2)) }];
}
