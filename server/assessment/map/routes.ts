import { type Route, route } from '../../http/route.ts';
import { type DivisionMap, mapSchema } from './schema.ts';

export function mapRoutes(map: DivisionMap | null): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/map',
      tag: 'assessment',
      summary: 'The map of divisions that the operator has configured, with its source, licence and review number',
      access: 'assessment-figures:read',
      answer: mapSchema,
      handle: async () => ({ map }),
    }),
  ];
}
