import { z } from 'zod';
import { instant, quantity } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { byCode } from '../schema.ts';
import type { TraceExports } from './service.ts';

const direction = z.object({ direction: z.enum(['up', 'down', 'both']).default('both') });
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const balanceSchema = z
  .object({
    code: z.string(),
    quantity,
    verdict: z.enum(['balanced', 'exceeded', 'cannot-be-checked']),
    tolerance: z.number().meta({ description: 'Share of the lot' }),
    lines: z.array(
      z.object({
        eventId: z.string(),
        at: instant,
        taken: quantity.optional(),
        left: z.number().optional(),
        exceeded: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'MassBalance' });

const epcisDocumentSchema = z.object({
  '@context': z.unknown(),
  type: z.literal('EPCISDocument'),
  schemaVersion: z.string(),
  creationDate: z.string(),
  epcisBody: z.unknown(),
});

export function traceExportRoutes(exports: TraceExports): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/batches/{code}/epcis',
      tag: 'traceability',
      summary: 'The trace’s events as an EPCIS 2.0 document, which any EPCIS system can capture',
      access: 'batches:read',
      params: byCode,
      query: direction,
      answer: epcisDocumentSchema,
      handle: ({ caller, params, query }) => exports.asEpcis(caller, params.code, query.direction),
    }),
    route({
      method: 'get',
      path: '/api/v1/batches/{code}/fsma.xlsx',
      tag: 'traceability',
      summary: 'The trace as the sortable spreadsheet of FSMA 204',
      access: 'batches:read',
      params: byCode,
      query: direction,
      produces: [workbook],
      async handle({ caller, params, query }, response) {
        const file = await exports.asFsma(caller, params.code, query.direction);
        response.attachment(`${params.code}-fsma204.xlsx`).type(workbook).send(file);
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/batches/{code}/balance',
      tag: 'traceability',
      summary: 'What was taken out of a lot against what it came to',
      access: 'batches:read',
      params: byCode,
      answer: balanceSchema,
      handle: ({ caller, params }) => exports.balance(caller, params.code),
    }),
  ];
}
