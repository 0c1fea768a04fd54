import { placementAt } from '../devices/index.ts';

interface DescribedPlace {
  divisionCode: string;
  siteId?: string;
  siteName?: string;
  siteKind?: string;
  /** What is grown or kept at the site, as far as it is said. */
  productIds?: readonly string[];
  producerId?: string;
  /** Since when the device stands there, in milliseconds since 1970. */
  from?: number;
}

/** What the warnings element needs to know of a device: where it stands and, if it was moved, where it stood. */
export interface DescribedDevice extends DescribedPlace {
  deviceName: string;
  deviceKind?: string;
  places?: readonly (DescribedPlace & { to?: number })[];
}

const standing = new WeakMap<object, DescribedDevice>();

/**
 * The device as it stood at a moment (milliseconds since 1970). Where it stood nowhere, it belongs to its division alone.
 * The same object for every moment of one stand of one description.
 */
export function standingAt(device: DescribedDevice, at: number): DescribedDevice {
  const { deviceName, deviceKind, divisionCode, places } = device;
  if (!places) return device;
  const place = placementAt(places, at);
  const known = standing.get(place ?? device);
  if (known) return known;
  const stood = { deviceName, ...(deviceKind && { deviceKind }), divisionCode, ...place };
  standing.set(place ?? device, stood);
  return stood;
}

export type DescribeDevices = (ids: string[]) => Promise<Map<string, DescribedDevice>>;

const keptMilliseconds = 30_000;
const keptDevices = 50_000;

/** Remembers for half a minute where devices are, so that a stream of readings does not ask for each of them. */
export function rememberDevices(describe: DescribeDevices, clock: () => Date) {
  const kept = new Map<string, { device: DescribedDevice | undefined; until: number }>();
  const describeKept: DescribeDevices = async (ids) => {
    const now = clock().getTime();
    if (kept.size > keptDevices) kept.clear();
    const unknown = ids.filter((id) => (kept.get(id)?.until ?? 0) <= now);
    if (unknown.length > 0) {
      const found = await describe(unknown);
      for (const id of unknown) kept.set(id, { device: found.get(id), until: now + keptMilliseconds });
    }
    const described = new Map<string, DescribedDevice>();
    for (const id of ids) {
      const device = kept.get(id)?.device;
      if (device) described.set(id, device);
    }
    return described;
  };
  return {
    describeDevices: describeKept,
    /** It was placed elsewhere. */
    forget: (id: string) => kept.delete(id),
  };
}
