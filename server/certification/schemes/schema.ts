import { z } from 'zod';
import { bilingual } from '../../http/fields.ts';
import { applicationKinds, schemeIds } from './schemes.ts';

const clause = z
  .object({ text: z.string(), checked: z.enum(['read', 'quoted', 'memory']) })
  .meta({ id: 'CheckedClause', description: 'Where it stands; `memory`: to be checked against the gazette' });

const months = z.int().min(1);

export const schemeSchema = z
  .object({
    id: z.enum(schemeIds),
    name: bilingual,
    authority: bilingual,
    applications: z
      .enum(['taken', 'elsewhere', 'none'])
      .meta({ description: 'Taken here, decided elsewhere and recorded here, or none taken any more' }),
    applicationsClause: clause,
    validity: z.object({ years: z.int().nullable().meta({ description: 'null: it never expires' }), clause }),
    renewal: z.object({ monthsBefore: months, clause }).optional(),
    surveillance: z.object({ everyMonths: months, clause }).optional(),
    suspension: z.object({ leastMonths: months, mostMonths: months, clause }).optional(),
    levels: z.array(z.string()).optional(),
    documents: z.array(z.object({ code: z.string(), name: bilingual, for: z.array(z.enum(applicationKinds)) })),
    documentsClause: clause.optional(),
    feeYuan: z.literal(0).meta({ description: 'The platform asks no fee' }),
  })
  .meta({ id: 'CertificationScheme' });

export const schemesSchema = z.object({ items: z.array(schemeSchema) }).meta({ id: 'CertificationSchemes' });
