import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { divisionCode, instant, name, recordId, verbs } from '../http/fields.ts';
import { deviceStates, deviceVerbs } from './lifecycle.ts';

export const deviceKinds = ['sensor', 'gateway', 'rapid-tester', 'instrument'] as const;

export const deviceId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/, 'must be 2 to 64 letters, digits, dots, dashes or underscores');

const mappedField = z
  .strictObject({
    field: z
      .string()
      .min(1, 'must not be empty')
      .max(200)
      .meta({ description: 'As the firmware names it; a.b is b within a' }),
    metric: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores')
      .optional(),
    unit: z
      .string()
      .min(1, 'must not be empty')
      .max(20)
      .optional()
      .meta({ description: 'UCUM, the unit in which the firmware sends it; absent: the canonical unit of the metric' }),
    ignored: z.boolean().optional().meta({ description: 'Known and not wanted' }),
  })
  .refine((row) => (row.metric !== undefined) !== (row.ignored === true), {
    message: 'must have either a metric or ignored: true',
  });

export const fieldMapping = z
  .strictObject({
    sameNames: z
      .boolean()
      .default(false)
      .meta({ description: "Fields named like one of the platform's metrics are in its canonical unit" }),
    fields: z.array(mappedField).max(500, 'must have at most 500 fields').default([]),
  })
  .meta({ id: 'FieldMapping', description: "How a vendor's names become metrics; a unit is never guessed" });

/** A name behind a gateway: a DevEUI, or what the network server or edge node calls the device. */
const externalId = z
  .string()
  .regex(/^[^/+#|\s]{1,64}$/, 'must be 1 to 64 characters without space, slash, plus, bar and number sign');

const chosenToken = z.union([
  z.literal(true),
  z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, 'must be 16 to 64 letters, digits, dashes or underscores'),
]);

export const createDeviceBody = z
  .strictObject({
    id: deviceId,
    name,
    kind: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'must be a kind such as sensor or rapid-tester'),
    siteId: recordId.optional(),
    divisionCode: divisionCode.optional(),
    placedFrom: instant.optional().meta({
      description: 'Since when it stands there; absent: for as long as anything is known of it',
    }),
    gatewayId: deviceId.optional().meta({ description: 'The gateway (kind gateway) that publishes for it' }),
    externalId: externalId.optional().meta({ description: 'Its name at the gateway, such as the DevEUI' }),
    accessToken: chosenToken
      .optional()
      .meta({ description: 'For ThingsBoard firmware: true makes one, a text is the one already in the firmware' }),
    mapping: fieldMapping.optional(),
  })
  .refine((body) => (body.gatewayId === undefined) === (body.externalId === undefined), {
    path: ['externalId'],
    message: 'goes together with gatewayId',
  })
  .refine((body) => body.mapping !== undefined || (body.externalId === undefined && body.accessToken === undefined), {
    path: ['mapping'],
    message:
      'must say how the vendor\'s names become metrics, such as { "sameNames": true } or { "fields": [{ "field": "TempC", "metric": "temperature", "unit": "Cel" }] }',
  });

const timeSource = z.enum(['device', 'network', 'received']).meta({
  description: "Whose clock `at` is: the device's, the network server's that heard it, or this platform's",
});

export const lastReadingSchema = z
  .object({ metric: z.string(), value: z.number(), unit: z.string(), at: instant, timeSource })
  .meta({ id: 'LastReading' });

const count = z.int().nonnegative();

export const deliverySchema = z
  .object({
    stored: count.meta({ description: 'Readings stored since this is counted' }),
    duplicates: count.meta({ description: 'Readings that were there already' }),
    late: count.meta({ description: 'Readings measured before one that had come earlier' }),
    missing: count.meta({ description: 'Messages that the device numbered and that have not come' }),
    rejected: count.meta({ description: 'Messages kept as rejected, whole or in part' }),
    clockAheadSeconds: z.number().optional().meta({
      description: "By how much the device's clock is ahead of ours (negative: behind); absent: not known yet",
    }),
  })
  .meta({ id: 'Delivery' });

export const deviceState = z.enum(deviceStates).meta({
  description: 'registered: not heard yet; active; disabled: nothing is taken from it; retired: for good',
});

export const deviceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    siteId: recordId.optional(),
    siteName: z.string().optional(),
    siteKind: z.string().optional(),
    siteProductIds: z.array(recordId).optional(),
    producerName: z.string().optional(),
    gatewayId: z.string().optional(),
    externalId: z.string().optional(),
    mapping: fieldMapping.optional(),
    divisionCode,
    state: deviceState,
    history: z.array(
      z.object({ verb: z.enum([...deviceVerbs, 'claim']), by: z.string(), at: instant, reason: z.string() }),
    ),
    previousSecretUntil: instant
      .optional()
      .meta({ description: 'The secret before the last rotation signs in until then' }),
    hasAccessToken: z.boolean(),
    certificates: z.array(z.object({ fingerprint: z.string(), subject: z.string(), validTo: instant })),
    status: z.enum(['never-seen', 'online', 'offline']),
    lastSeenAt: instant.optional(),
    calibrationDueOn: z.string().optional().meta({
      description: 'The last day for which its newest calibration is good; of one that did not conform, its own day',
    }),
    lastReadings: z.array(lastReadingSchema),
    vitals: z
      .object({
        at: instant,
        rssi: z.number().optional().meta({ description: 'dBm, at the gateway that heard it best' }),
        snr: z.number().optional().meta({ description: 'dB' }),
        firmware: z.string().optional(),
        externalPower: z.boolean().optional(),
        commands: z
          .object({ topic: z.string(), takes: z.array(z.string()) })
          .optional()
          .meta({
            description: 'Of a device behind a Sparkplug B gateway: the commands that it has announced to take',
          }),
      })
      .optional()
      .meta({ description: 'What the device, or its network, last told of the device itself' }),
    delivery: deliverySchema,
    ...verbs,
  })
  .meta({ id: 'Device' });

export const createdDeviceSchema = deviceSchema
  .extend({
    secret: z.string().meta({ description: 'Shown this once; only its hash is stored' }),
    accessToken: z.string().optional().meta({ description: 'Shown this once; only its hash is stored' }),
  })
  .meta({ id: 'CreatedDevice' });

const reason = z.string().trim().min(1, 'must not be empty').max(200, 'must have at most 200 characters');

export const reasonBody = z.strictObject({ reason });

export const issueClaimCodeBody = z.strictObject({
  reason,
  expiresInHours: z.int().min(1).max(720).default(72),
});

export const claimCodeSchema = z
  .object({
    id: z.string(),
    code: z.string().meta({ description: 'Shown this once; only its hash is stored' }),
    expiresAt: instant,
    text: z.string().meta({ description: 'What the QR code holds: agritrace:claim:{id}:{code}' }),
    qr: z.string().meta({ description: 'The QR code as a data URL (PNG)' }),
  })
  .meta({ id: 'ClaimCode' });

export const claimBody = z.strictObject({ id: deviceId, code: z.string().min(1).max(64) });

export const claimedSchema = z
  .object({ id: z.string(), secret: z.string().meta({ description: 'Given out this once' }) })
  .meta({ id: 'ClaimedDevice' });

export const bindCertificateBody = z.strictObject({
  certificate: z.string().min(1).max(16_000).meta({ description: 'The client certificate in PEM form' }),
  reason,
});

export const unbindCertificateBody = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 fingerprint in small hexadecimal digits'),
  reason,
});

const weekInMinutes = 10_080;

export const rotateSecretBody = z.strictObject({
  reason,
  overlapMinutes: z
    .int()
    .min(0)
    .max(weekInMinutes)
    .default(1440)
    .meta({ description: 'For so long the old secret signs in too; 0: its connections end at once' }),
  accessToken: chosenToken.optional().meta({ description: 'A new access token as well; the old one ends at once' }),
});

const place = {
  siteId: recordId.optional().meta({ description: 'Absent: in store, at no site' }),
  divisionCode: divisionCode.optional().meta({ description: "Where no site is named; absent: the caller's own" }),
};

export const placeBody = z.strictObject({
  ...place,
  from: instant.optional().meta({ description: 'Since when it stands there; absent: now' }),
  reason,
});

export const correctPlacementsBody = z.strictObject({
  placements: z
    .array(z.strictObject({ ...place, from: instant.optional(), to: instant.optional() }))
    .min(1, 'must name at least one place')
    .max(500)
    .meta({
      description: 'The whole history, the oldest first; only the first may have no beginning, the last no end',
    }),
  reason,
});

export const placementsSchema = z
  .object({
    placements: z.array(
      z.object({
        siteId: recordId.optional(),
        siteName: z.string().optional(),
        siteKind: z.string().optional(),
        producerName: z.string().optional(),
        divisionCode,
        from: instant.optional(),
        to: instant.optional().meta({ description: 'Not part of it; absent: it still stands there' }),
      }),
    ),
  })
  .meta({ id: 'Placements', description: 'Where a device stood from when to when, the oldest first' });

export const byDeviceId = z.object({ id: deviceId });

export const readingSchema = z
  .object({
    device: z.string(),
    metric: z.string(),
    value: z.number(),
    unit: z.string(),
    at: instant,
    receivedAt: instant,
    timeSource,
    calibration: z.enum(['overdue', 'failed']).optional().meta({
      description: 'The device was out of calibration on the day of measurement, by its certificates as known today',
    }),
  })
  .meta({ id: 'Reading' });

export const listReadingsQuery = pageQuery.extend({
  limit: z.coerce.number().int().min(1).max(5000).default(500),
  device: deviceId,
  metric: z.string().min(1).max(64).optional(),
  from: instant.optional(),
  to: instant.optional(),
});

export const rejectedMessageSchema = z
  .object({
    id: recordId,
    device: z.string(),
    topic: z.string(),
    reason: z.string(),
    payload: z.string().meta({ description: 'As text where it is UTF-8, else base64' }),
    payloadEncoding: z.enum(['utf-8', 'base64']),
    receivedAt: instant,
  })
  .meta({ id: 'RejectedMessage' });
