import { z } from 'zod';
import { type Route, route } from '../../http/route.ts';
import { labelFormats, labelMediaTypes, presetNames, type resolutions } from '../../labels/index.ts';
import { byCode } from '../schema.ts';
import type { BatchLabels } from './service.ts';

const labelQuery = z.object({
  preset: z
    .enum(presetNames)
    .default('60x40')
    .meta({ description: 'Width × height in millimeters; `a4-…` are sheets of such labels' }),
  format: z.enum(labelFormats).default('pdf').meta({
    description: 'Pages or a picture; or what a label printer takes as it is: TSPL (Gprinter, Deli, TSC), ZPL (Zebra)',
  }),
  dpi: z
    .enum(['203', '300'])
    .default('203')
    .transform((value) => Number(value) as (typeof resolutions)[number])
    .meta({ description: 'Of the printer: every module of the code is a whole number of its dots' }),
  copies: z.coerce.number().int().min(1).max(500).default(1),
  language: z.enum(['zh', 'en']).default('zh'),
});

export function batchLabelRoutes(labels: BatchLabels): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/batches/{code}/label',
      tag: 'traceability',
      summary:
        'The batch’s label with its QR code, for printing: a page, a sheet, a picture, or a label printer’s own language',
      access: 'batches:read',
      params: byCode,
      query: labelQuery,
      produces: [...new Set(Object.values(labelMediaTypes))],
      async handle({ caller, params, query }, response) {
        const printed = await labels.print(caller, params.code, query);
        response.attachment(`${params.code}-${query.preset}.${query.format}`);
        response.type(labelMediaTypes[query.format]).send(printed);
      },
    }),
  ];
}
