import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, recordId } from '../../http/fields.ts';
import { securityEventKinds } from './model.ts';

const kind = z.enum(securityEventKinds);

export const securityEventSchema = z
  .object({
    id: recordId,
    at: instant,
    kind,
    username: z.string().optional().meta({ description: 'Absent when nobody bears the name that was typed' }),
    divisionCode: divisionCode.optional(),
    address: z.string().optional(),
    device: z.string().optional(),
    detail: z.string().optional(),
  })
  .meta({ id: 'SecurityEvent' });

export const listSecurityEventsQuery = pageQuery.extend({
  kind: kind.optional(),
  username: z.string().max(64).optional(),
});
