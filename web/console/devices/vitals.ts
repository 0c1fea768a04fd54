import type { Device } from '../api/types.ts';

/** `12 %`; `mains` for a device that has no battery to run down. */
export function batteryText({ lastReadings, vitals }: Device, mains: string): string | undefined {
  const charge = lastReadings.find(({ metric }) => metric === 'battery');
  if (vitals?.externalPower) return mains;
  return charge && `${charge.value} ${charge.unit}`;
}

/** `-71 dBm, 7.5 dB` */
export function signalText({ vitals }: Device): string | undefined {
  const { rssi, snr } = vitals ?? {};
  const parts = [...(rssi === undefined ? [] : [`${rssi} dBm`]), ...(snr === undefined ? [] : [`${snr} dB`])];
  return parts.length > 0 ? parts.join(', ') : undefined;
}
