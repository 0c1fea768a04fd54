import { z } from 'zod';

export const registerNames = [
  'producers',
  'sites',
  'products',
  'officer-certificates',
  'samples',
  'certificates',
  'conformity-certificates',
  'inspections',
  'assessments',
] as const;
export type RegisterName = (typeof registerNames)[number];

export const exportQuery = z.object({
  register: z.enum(registerNames),
  format: z.enum(['csv', 'xlsx']).default('csv'),
});
