import { z } from 'zod';

export const importQuery = z.strictObject({
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be the digest of a dry run')
    .optional()
    .meta({ description: 'Of the report of a dry run, whose devices are then registered; absent: a dry run' }),
});

export const importReportSchema = z
  .object({
    digest: z.string().meta({ description: 'SHA-256 of what the table says' }),
    registered: z.int(),
    refused: z.int(),
    rows: z.array(
      z.object({
        row: z.int().meta({ description: 'As a spreadsheet counts, with the heading as 1' }),
        id: z.string(),
        outcome: z.enum(['ready', 'registered', 'refused']),
        errors: z.array(z.object({ field: z.string(), message: z.string() })),
      }),
    ),
    secrets: z.string().optional().meta({ description: 'CSV with id, name and secret of each new device, this once' }),
  })
  .meta({ id: 'DeviceImport' });
