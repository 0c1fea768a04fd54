import { z } from 'zod';
import { pageOf } from '../database/page.ts';
import { byId } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import {
  categorySchema,
  createProductBody,
  limitSchema,
  listLimitsQuery,
  listProductsQuery,
  productSchema,
  standardSchema,
} from './schema.ts';
import type { StandardsService } from './service.ts';

export function standardsRoutes(standards: StandardsService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/products',
      tag: 'standards',
      summary: 'Products, newest first; `category` takes all that is filed under it',
      access: 'products:read',
      query: listProductsQuery,
      answer: pageOf(productSchema),
      handle: ({ query }) => standards.listProducts(query),
    }),
    route({
      method: 'post',
      path: '/api/v1/products',
      tag: 'standards',
      summary: 'Register a product under a food of the classification',
      access: 'products:create',
      status: 201,
      body: createProductBody,
      answer: productSchema,
      handle: ({ caller, body }) => standards.createProduct(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/products/{id}',
      tag: 'standards',
      summary: 'One product',
      access: 'products:read',
      params: byId,
      answer: productSchema,
      handle: ({ params }) => standards.getProduct(params.id),
    }),
    route({
      method: 'get',
      path: '/api/v1/limits',
      tag: 'standards',
      summary: 'Maximum residue limits and banned substances; `substance` is a Chinese or English name or a CAS number',
      access: 'limits:read',
      query: listLimitsQuery,
      answer: pageOf(limitSchema),
      handle: async ({ query }) => standards.listLimits(query),
    }),
    route({
      method: 'get',
      path: '/api/v1/limits/{id}',
      tag: 'standards',
      summary: 'One limit or ban',
      access: 'limits:read',
      params: z.object({ id: z.string().regex(/^[\p{L}\p{N}._-]{1,120}$/u, 'must be the id of a limit') }),
      answer: limitSchema,
      handle: async ({ params }) => standards.getLimit(params.id),
    }),
    route({
      method: 'get',
      path: '/api/v1/standards',
      tag: 'standards',
      summary: 'The editions loaded, with their days in force',
      access: 'standards:read',
      answer: z.object({ items: z.array(standardSchema), nextCursor: z.null() }).meta({ id: 'StandardPage' }),
      handle: async () => ({ items: standards.editions(), nextCursor: null }),
    }),
    route({
      method: 'get',
      path: '/api/v1/standards/classification',
      tag: 'standards',
      summary: 'The classification of foods, each with its parent',
      access: 'standards:read',
      answer: z.object({ items: z.array(categorySchema), nextCursor: z.null() }).meta({ id: 'FoodCategoryPage' }),
      handle: async () => ({ items: standards.categories(), nextCursor: null }),
    }),
  ];
}
