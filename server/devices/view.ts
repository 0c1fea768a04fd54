import { decideVerbs } from '../http/fields.ts';
import type { Caller } from '../identity/caller.ts';
import { mayDo, noRight } from '../identity/rights/ability.ts';
import type { SiteRecord } from '../producers/index.ts';
import { nothingDelivered } from './delivery.ts';
import { deviceTransitions, stateOf, whyRefused } from './lifecycle.ts';
import type { DeliveryCounts, DeviceRecord, ReadingRecord, RejectedMessageRecord } from './model.ts';
import { type CalibrationStanding, isLapsed } from './rules/calibration.ts';

export function readingView(reading: ReadingRecord, calibration?: CalibrationStanding) {
  return {
    device: reading.device,
    metric: reading.metric,
    value: reading.value,
    unit: reading.unit,
    at: reading.at.toISOString(),
    receivedAt: reading.receivedAt.toISOString(),
    timeSource: reading.timeSource,
    ...(isLapsed(calibration) && { calibration }),
  };
}

/** The secret's hash never leaves. */
export function deviceView(
  device: DeviceRecord,
  caller: Caller,
  site: SiteRecord | undefined,
  last: ReadingRecord[],
  delivery: DeliveryCounts & { clockAheadSeconds?: number } = nothingDelivered,
) {
  const seen = [
    ...last.map(({ receivedAt }) => receivedAt),
    ...(device.connection ? [device.connection.at] : []),
    ...(device.heardAt ? [device.heardAt] : []),
  ];
  const lastSeenAt = seen.length ? new Date(Math.max(...seen.map(Number))) : undefined;
  return {
    id: device._id,
    name: device.name,
    kind: device.kind,
    divisionCode: device.divisionCode,
    ...(device.siteId && { siteId: device.siteId.toHexString() }),
    ...(site && {
      siteName: site.name,
      siteKind: site.kind,
      producerName: site.producerName,
      siteProductIds: (site.productIds ?? []).map(String),
    }),
    ...(device.gatewayId && { gatewayId: device.gatewayId, externalId: device.externalId }),
    ...(device.mapping && { mapping: device.mapping }),
    state: stateOf(device),
    history: (device.history ?? []).map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
    ...(device.previousSecret && { previousSecretUntil: device.previousSecret.until.toISOString() }),
    certificates: (device.certificates ?? []).map(({ validTo, ...certificate }) => ({
      ...certificate,
      validTo: validTo.toISOString(),
    })),
    hasAccessToken: device.accessTokenHash !== undefined,
    status: device.connection?.status ?? (lastSeenAt ? ('online' as const) : ('never-seen' as const)),
    ...(device.calibrationDueOn && { calibrationDueOn: device.calibrationDueOn }),
    ...(lastSeenAt && { lastSeenAt: lastSeenAt.toISOString() }),
    lastReadings: last.map(({ metric, value, unit, at, timeSource }) => ({
      metric,
      value,
      unit,
      at: at.toISOString(),
      timeSource,
    })),
    ...(device.vitals && { vitals: { ...device.vitals, at: device.vitals.at.toISOString() } }),
    delivery,
    ...decideVerbs(deviceTransitions, ({ verb, permission }) =>
      mayDo(caller, permission, device) ? whyRefused(device, verb) : noRight,
    ),
  };
}

export function rejectedMessageView(message: RejectedMessageRecord) {
  const payload = Buffer.from(message.payload.buffer ?? message.payload);
  const text = payload.toString('utf8');
  const readable = Buffer.from(text).equals(payload);
  return {
    id: message._id.toHexString(),
    device: message.device,
    topic: message.topic,
    reason: message.reason,
    payload: readable ? text : payload.toString('base64'),
    payloadEncoding: readable ? ('utf-8' as const) : ('base64' as const),
    receivedAt: message.receivedAt.toISOString(),
  };
}
