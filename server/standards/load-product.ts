import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { RowLoader } from '../database/row-loader.ts';
import { InvalidInput } from '../errors.ts';
import { requireRight } from '../identity/rights/within.ts';
import type { FoodNames } from './imports/food-names.ts';
import { type ProductRecord, standardsModels } from './model.ts';
import { nameKey } from './rules/substance.ts';
import { createProductBody } from './schema.ts';

/** Products from a table, known by their food and name. */
export function createProductLoader(
  context: Context,
  foods: () => Promise<FoodNames>,
): RowLoader<z.output<typeof createProductBody>> {
  const { Product } = standardsModels(context.connection);
  return {
    row: createProductBody,
    async load({ session }, caller, body) {
      requireRight(caller, 'products:create', body);
      if (!(await foods()).nodes.has(body.categoryCode))
        throw InvalidInput.field('/categoryCode', 'is no food of the classification');
      const key = { categoryCode: body.categoryCode, normalizedName: nameKey(body.name) };
      const found = await Product.findOne(key).session(session).lean<ProductRecord>();
      if (!found) {
        await Product.create([{ ...body, ...key, createdBy: caller.username, createdAt: context.clock() }], {
          session,
        });
        return 'created';
      }
      const { nameEn } = body;
      if (nameEn === undefined || nameEn === found.nameEn) return 'unchanged';
      await Product.updateOne({ _id: found._id }, { $set: { nameEn } }, { session });
      return 'updated';
    },
  };
}
