/** What the warnings element needs to know of a device. */
export interface DescribedDevice {
  divisionCode: string;
  siteId?: string;
  siteName?: string;
  siteKind?: string;
  producerId?: string;
  deviceName: string;
}

export type DescribeDevices = (ids: string[]) => Promise<Map<string, DescribedDevice>>;

const keptMilliseconds = 30_000;
const keptDevices = 50_000;

/** Remembers for half a minute where devices are, so that a stream of readings does not ask for each of them. */
export function rememberDevices(describe: DescribeDevices, clock: () => Date): DescribeDevices {
  const kept = new Map<string, { device: DescribedDevice | undefined; until: number }>();
  return async (ids) => {
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
}
