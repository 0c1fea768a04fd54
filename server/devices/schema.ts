import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { divisionCode, instant, name, recordId } from '../http/fields.ts';

export const deviceKinds = ['sensor', 'gateway', 'rapid-tester', 'instrument'] as const;

export const deviceId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/, 'must be 2 to 64 letters, digits, dots, dashes or underscores');

export const createDeviceBody = z.strictObject({
  id: deviceId,
  name,
  kind: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'must be a kind such as sensor or rapid-tester'),
  siteId: recordId.optional(),
  divisionCode: divisionCode.optional(),
});

export const lastReadingSchema = z
  .object({ metric: z.string(), value: z.number(), unit: z.string(), at: instant })
  .meta({ id: 'LastReading' });

export const deviceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    siteId: recordId.optional(),
    siteName: z.string().optional(),
    siteKind: z.string().optional(),
    producerName: z.string().optional(),
    divisionCode,
    status: z.enum(['never-seen', 'online', 'offline']),
    lastSeenAt: instant.optional(),
    lastReadings: z.array(lastReadingSchema),
  })
  .meta({ id: 'Device' });

export const createdDeviceSchema = deviceSchema
  .extend({ secret: z.string().meta({ description: 'Shown this once; only its hash is stored' }) })
  .meta({ id: 'CreatedDevice' });

export const byDeviceId = z.object({ id: deviceId });

export const listDevicesQuery = pageQuery.extend({ site: recordId.optional(), kind: z.string().max(31).optional() });

export const readingSchema = z
  .object({
    device: z.string(),
    metric: z.string(),
    value: z.number(),
    unit: z.string(),
    at: instant,
    receivedAt: instant,
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
