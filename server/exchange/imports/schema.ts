import { z } from 'zod';
import { bilingual } from '../../http/fields.ts';

/** The registers that take rows from a table. */
export const importedRegisters = ['producers', 'sites', 'products', 'officer-certificates'] as const;
export type ImportedRegister = (typeof importedRegisters)[number];

export const registerImportQuery = z.strictObject({
  register: z.enum(importedRegisters),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be the digest of a dry run')
    .optional()
    .meta({ description: 'Of the report of a dry run, whose rows are then stored; absent: a dry run' }),
});

const outcomes = ['created', 'updated', 'unchanged', 'refused'] as const;

export const registerImportSchema = z
  .object({
    register: z.enum(importedRegisters),
    digest: z.string().meta({ description: 'SHA-256 of the file' }),
    stored: z.boolean().meta({ description: 'false: a dry run, which tells what would become of each row' }),
    counts: z.object(Object.fromEntries(outcomes.map((outcome) => [outcome, z.int()])) as Record<Outcome, z.ZodInt>),
    rows: z.array(
      z.object({
        line: z.int().meta({ description: 'As a spreadsheet counts, with the heading as 1' }),
        outcome: z.enum(outcomes),
        errors: z.array(z.object({ column: z.string(), message: z.string(), text: bilingual.optional() })),
      }),
    ),
  })
  .meta({ id: 'RegisterImport' });

type Outcome = (typeof outcomes)[number];
