import type { DescribedDevice } from './device-places.ts';

type Place = Pick<DescribedDevice, 'siteId' | 'divisionCode' | 'productIds'>;

/** The device was moved; or it stands where it stood, among other products. */
export type Change = 'moved' | 'other products';

/** Notices when the readings of a device begin to come from another place, in the order of their own times. */
export function createDepartures() {
  const last = new Map<string, Place & { at: number; productIds: readonly string[] }>();
  return {
    /** What has changed about the place since the newest reading before this one; nothing of a late one. */
    noticed(deviceId: string, { siteId, divisionCode, productIds = [] }: Place, at: number): Change | null {
      const before = last.get(deviceId);
      if (before && at < before.at) return null;
      const stays = before?.siteId === siteId && before?.divisionCode === divisionCode;
      if (stays && sameIds(before.productIds, productIds)) {
        before.at = at;
        return null;
      }
      last.set(deviceId, { divisionCode, at, productIds, ...(siteId !== undefined && { siteId }) });
      if (!before) return null;
      return stays ? 'other products' : 'moved';
    },
  };
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((id, index) => id === other[index]));
}
