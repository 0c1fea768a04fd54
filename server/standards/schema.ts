import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { name, recordId } from '../http/fields.ts';

export const categorySchema = z
  .object({
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    parentCode: z.string().nullable(),
  })
  .meta({ id: 'FoodCategory', description: 'A node of the food classification of GB 2763 appendix A' });

export const createProductBody = z.strictObject({
  name,
  nameEn: name.optional(),
  categoryCode: z.string().min(1, 'must not be empty').max(60),
});

export const productSchema = z
  .object({
    id: recordId,
    name: z.string(),
    nameEn: z.string().optional(),
    categoryCode: z.string(),
    /** Category names from the top group down. */
    categoryPath: z.array(z.string()),
    /** 承诺达标合格证 is compulsory for this product (order 4 of 2025, article 3). */
    conformityCertificateCovered: z.boolean(),
  })
  .meta({ id: 'Product' });

export const listProductsQuery = pageQuery.extend({ category: z.string().optional() });

export const limitSchema = z
  .object({
    id: z.string(),
    substance: z.string(),
    substanceEn: z.string(),
    casNumber: z.string().optional(),
    kind: z.enum(['pesticide', 'veterinary-drug', 'contaminant', 'mycotoxin', 'banned']),
    foodCode: z.string().optional(),
    foodName: z.string().optional(),
    excluding: z.array(z.string()),
    /** Decimal text, so that 0.10 stays 0.10. Absent for a banned substance without a limit. */
    maximum: z.string().optional(),
    unit: z.string(),
    temporary: z.boolean(),
    standard: z.string(),
    clause: z.string(),
    effectiveFrom: z.string().optional().meta({ description: 'Absent for an old ban whose first day no source gives' }),
    effectiveTo: z.string().optional(),
  })
  .meta({ id: 'Limit' });

export const listLimitsQuery = pageQuery.extend({ substance: z.string().max(60).optional() });

/** An edition whose rows are loaded. `rows` counts them; `rowsInStandard` is what the published text holds. */
export const standardSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    kind: z.enum(['pesticide', 'banned']),
    effectiveFrom: z.string().optional(),
    effectiveTo: z.string().optional(),
    replaces: z.array(z.string()),
    rows: z.number().int(),
    rowsInStandard: z.number().int().optional(),
    complete: z.boolean().meta({ description: 'false: a food or substance without a row here may still have a limit' }),
    source: z.string(),
  })
  .meta({ id: 'Standard' });
