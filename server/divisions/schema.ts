import { z } from 'zod';
import { divisionCode } from '../http/fields.ts';

export const divisionSchema = z
  .object({
    id: divisionCode,
    code: divisionCode,
    name: z.string(),
    nameEn: z.string(),
    level: z.enum(['city', 'county', 'town']),
    parentCode: divisionCode.nullable(),
  })
  .meta({ id: 'Division' });

export const listDivisionsQuery = z.object({
  parent: divisionCode.optional(),
  level: z.enum(['city', 'county', 'town']).optional(),
});
