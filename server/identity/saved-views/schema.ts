import { z } from 'zod';
import { instant, name, recordId } from '../../http/fields.ts';

const path = z
  .string()
  .regex(/^\/[\w/-]{1,100}$/, 'must be a path of the console such as /producers')
  .meta({ description: 'A page of the console, without `/console`' });

export const createSavedViewBody = z.strictObject({
  path,
  name,
  query: z.string().min(1).max(1000).meta({ description: 'The filters as they stand in the address, without `?`' }),
});

export const listSavedViewsQuery = z.strictObject({ path });

export const savedViewSchema = z
  .object({ id: recordId, path: z.string(), name: z.string(), query: z.string(), createdAt: instant })
  .meta({ id: 'SavedView' });
