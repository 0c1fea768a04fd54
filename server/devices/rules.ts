/** The natural key of a reading. Times are ISO 8601 in UTC with milliseconds, so that keys sort as times do. */
export function readingKey(device: string, metric: string, at: Date): string {
  return `${device}|${metric}|${at.toISOString()}`;
}

/**
 * The keys of a device's readings, of one metric and period where they are given.
 * `from` is included, `to` is not.
 */
export function readingKeyRange(
  device: string,
  metric?: string | undefined,
  from?: Date | undefined,
  to?: Date | undefined,
): { $gte: string; $lt: string } {
  if (metric === undefined) return { $gte: `${device}|`, $lt: `${device}}` };
  return {
    $gte: from ? readingKey(device, metric, from) : `${device}|${metric}|`,
    $lt: to ? readingKey(device, metric, to) : `${device}|${metric}}`,
  };
}

/** One key for a device's name behind its gateway. An EUI-64 is the same in capitals and small letters. */
export function externalKey(gatewayId: string, externalId: string): string {
  const isEui = /^[0-9a-f]{16}$/i.test(externalId);
  return `${gatewayId}|${isEui ? externalId.toLowerCase() : externalId}`;
}
