import { z } from 'zod';
import { pageQuery } from '../../../database/page.ts';
import { divisionCode, instant, recordId } from '../../../http/fields.ts';
import { producerKinds } from '../../../producers/schema.ts';
import { groupings } from './fold.ts';

export const figuresQuery = z.object({
  by: z.enum(groupings).default('county'),
  division: divisionCode.optional(),
  from: instant.optional().meta({ description: 'Absent: 30 days before the end' }),
  to: instant.optional().meta({ description: 'Absent: now' }),
  lacking: z.enum(['true', 'false']).optional().meta({ description: '`true`: where not every batch has one' }),
});

export const figuresPageQuery = pageQuery.extend(figuresQuery.shape);

const count = z.int().min(0);

export const figuresSchema = z
  .object({
    key: z.string().meta({ description: "A division's code or a producer's id" }),
    name: z.string().meta({ description: "Masked where it is a person's" }),
    producerId: recordId.optional(),
    producerKind: z.enum(producerKinds).optional(),
    duty: z.enum(['must', 'may', 'none']).optional().meta({ description: 'Of a producer, today' }),
    divisionCode,
    divisionName: z.string(),
    producers: count,
    producersWithout: count.meta({
      description: 'Producers with covered batches and not one certificate in the period',
    }),
    batches: count.meta({ description: 'Batches of covered products registered in the period' }),
    certified: count.meta({ description: 'Those of them with a certificate that holds' }),
    share: z
      .number()
      .nullable()
      .meta({ description: 'certified ÷ batches, from 0 to 1; null where there is no batch' }),
    issued: count.meta({ description: 'Certificates issued in the period, whatever became of them' }),
    void: count,
    withdrawn: count,
    onBehalf: count,
  })
  .meta({ id: 'ConformityFigures' });
