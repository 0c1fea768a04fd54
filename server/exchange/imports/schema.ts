import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { bilingual, divisionCode, instant, recordId, verbs } from '../../http/fields.ts';
import { registerImportStates } from './lifecycle.ts';

/** The registers that take rows from a table. */
export const importedRegisters = ['producers', 'sites', 'products', 'officer-certificates'] as const;
export type ImportedRegister = (typeof importedRegisters)[number];

export const registerImportQuery = z.strictObject({ register: z.enum(importedRegisters) });

const outcomes = ['created', 'updated', 'unchanged', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

const counted = z.int().meta({ description: 'Of the rows that are done' });

export const registerImportSchema = z
  .object({
    id: recordId,
    register: z.enum(importedRegisters),
    digest: z.string().meta({ description: 'SHA-256 of the file' }),
    state: z.enum(registerImportStates),
    rows: z.int(),
    done: z.int().meta({ description: 'Rows tried; once the table is being stored, rows stored' }),
    counts: z.object({ created: counted, updated: counted, unchanged: counted, refused: counted }),
    divisionCode,
    createdBy: z.string(),
    createdAt: instant,
    endedAt: instant.optional(),
    ...verbs,
  })
  .meta({ id: 'RegisterImport' });

export const registerImportRowsQuery = pageQuery.extend({ outcome: z.enum(outcomes).optional() });

const rowReport = z.object({
  line: z.int().meta({ description: 'As a spreadsheet counts, with the heading as 1' }),
  outcome: z.enum(outcomes),
  errors: z.array(
    z.object({
      column: z.string(),
      title: bilingual.optional().meta({ description: 'Heading of the column' }),
      message: z.string(),
      text: bilingual.optional(),
    }),
  ),
});
export type RowReport = z.infer<typeof rowReport>;

export const registerImportRowSchema = rowReport
  .extend({ stored: z.boolean().meta({ description: 'false: what would become of the row' }) })
  .meta({ id: 'RegisterImportRow' });
