import type { DescribedDevice } from './device-places.ts';

type Place = Pick<DescribedDevice, 'siteId' | 'divisionCode'>;

/** Notices when the readings of a device begin to come from another place, in the order of their own times. */
export function createDepartures() {
  const last = new Map<string, Place & { at: number }>();
  return {
    /** Is this reading the first from another place than the newest one before it? A late one is not. */
    noticed(deviceId: string, { siteId, divisionCode }: Place, at: number): boolean {
      const before = last.get(deviceId);
      if (before && at < before.at) return false;
      if (before && before.siteId === siteId && before.divisionCode === divisionCode) {
        before.at = at;
        return false;
      }
      last.set(deviceId, { divisionCode, at, ...(siteId !== undefined && { siteId }) });
      return before !== undefined;
    },
  };
}
