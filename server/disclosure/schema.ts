import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { bilingual } from '../http/fields.ts';
import { datasetIds, downloadForms } from './rules/catalogue.ts';

const words = z.string().trim().min(2, 'must have at least 2 characters').max(60, 'must have at most 60 characters');

export const datasetParams = z.object({ dataset: z.enum(datasetIds) });

export const downloadQuery = z.object({ form: z.enum(downloadForms).default('csv') });

export const rowSchema = z
  .record(z.string(), z.string())
  .meta({ id: 'OpenDataRow', description: 'Every column of the dataset as text, empty where nothing is known' });

export const publicProducersQuery = pageQuery.extend({
  name: words.optional().meta({ description: 'What stands anywhere in the name' }),
});

export const publicProducerSchema = z
  .object({ name: z.string(), kind: z.string(), county: z.string(), creditCode: z.string().optional() })
  .meta({ id: 'PublicProducer' });

const schemes = ['green-food', 'organic', 'geographical-indication', 'gap'] as const;

export const publicCertificatesQuery = pageQuery.extend({
  words: words.optional().meta({ description: 'The number, or what stands in the holder or the product' }),
  scheme: z.enum(schemes).optional(),
});

export const publicCertificateSchema = z
  .object({
    number: z.string(),
    scheme: z.enum(schemes),
    schemeName: bilingual,
    standing: z.enum(['valid', 'not-yet', 'suspended', 'withdrawn', 'expired']),
    holder: z.string().optional().meta({ description: 'Absent where the holder is a smallholder' }),
    holderKind: z.string().optional().meta({ description: 'As the register of producers has it' }),
    holderCreditCode: z.string().optional(),
    product: z.string(),
    issuer: z.string().optional(),
    county: z.string(),
    validFrom: z.string(),
    validTo: z.string().optional(),
    page: z.string().meta({ description: 'Where anybody checks it' }),
  })
  .meta({ id: 'PublicCertificate' });
