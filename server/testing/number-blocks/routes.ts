import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import type { TestingService } from '../service.ts';
import { handOutNumbersBody, listNumberBlocksQuery, numberBlockSchema } from './schema.ts';

const tag = 'testing';
const path = '/api/v1/number-blocks';

export function numberBlockRoutes(testing: TestingService): Route[] {
  return [
    route({
      method: 'get',
      path,
      tag,
      summary: 'Numbers of seals and samples that people took along, newest first',
      access: 'number-blocks:read',
      query: listNumberBlocksQuery,
      answer: pageOf(numberBlockSchema),
      handle: ({ caller, query }) => testing.listNumberBlocks(caller, query),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary: 'Hand numbers of seals or samples to a person; none is ever with two',
      access: 'number-blocks:create',
      status: 201,
      body: handOutNumbersBody,
      answer: numberBlockSchema,
      handle: ({ caller, body }) => testing.handOutNumbers(caller, body),
    }),
    route({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary: 'One block of numbers, with the samples that bear them',
      access: 'number-blocks:read',
      params: byId,
      answer: numberBlockSchema,
      handle: ({ caller, params }) => testing.getNumberBlock(caller, params.id),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/return`,
      tag,
      summary: 'What is not used goes back',
      access: 'number-blocks:return',
      params: byId,
      answer: numberBlockSchema,
      handle: ({ caller, params }) => testing.returnNumbers(caller, params.id),
    }),
  ];
}
