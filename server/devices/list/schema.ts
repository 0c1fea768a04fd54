import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { instant, recordId } from '../../http/fields.ts';
import { deviceId, deviceState } from '../schema.ts';

export const deviceOrders = [
  'id',
  '-id',
  'name',
  '-name',
  'lastSeenAt',
  '-lastSeenAt',
  'calibrationDueOn',
  '-calibrationDueOn',
] as const;

const filters = {
  site: recordId.optional(),
  kind: z.string().max(31).optional(),
  state: deviceState.optional(),
  gateway: deviceId.optional(),
  silentSince: instant.optional().meta({
    description:
      'Those from which nothing has come since then, and those never heard; without retired ones unless asked for',
  }),
  calibrationDueBy: z.iso.date('must be a day such as 2026-05-03').optional().meta({
    description: 'Those whose calibration ends on this day or before; without retired ones unless asked for',
  }),
  text: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Stands in id, name or the name at the gateway' }),
  sort: z.enum(deviceOrders).default('id').meta({
    description: 'With - the other way round; without a last sign of life or a calibration: first when ascending',
  }),
};

export const listDevicesQuery = pageQuery.extend(filters);

export const exportDevicesQuery = z.object({
  ...filters,
  form: z.enum(['csv', 'xlsx']).default('csv'),
  language: z.enum(['zh', 'en']).default('zh').meta({ description: 'Of the headings' }),
});
