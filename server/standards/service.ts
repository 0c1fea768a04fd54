import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { findPage, type Page } from '../database/page.ts';
import { createRecord } from '../database/transaction.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { bans, coveredByCertificate, editions, foodNodes, limits } from './library.ts';
import { type ProductRecord, standardsModels } from './model.ts';
import { conformityCertificateCovered, type FoodNode, foodPath, foodPlace } from './rules/food.ts';
import { judge, type Verdict } from './rules/judge.ts';
import type { Measurement } from './rules/measurement.ts';
import { isNamed, nameKey } from './rules/substance.ts';
import type {
  createProductBody,
  limitSchema,
  listLimitsQuery,
  listProductsQuery,
  productSchema,
  standardSchema,
} from './schema.ts';
import { banView, limitView, productView } from './view.ts';

type LimitView = z.infer<typeof limitSchema>;
type ProductView = z.infer<typeof productSchema>;

/** A measurement as other elements know it: with the code of the food's category instead of its place. */
export type JudgeInput = Omit<Measurement, 'food'> & { categoryCode: string };

export function createStandardsService(context: Context) {
  const { Product } = standardsModels(context.connection);
  const view = (product: ProductRecord): ProductView =>
    productView(product, foodPath(foodNodes, product.categoryCode), coveredByCertificate);
  const provisions = allProvisions();
  const categories = [...foodNodes.values()];
  const within = (code: string) =>
    categories
      .map((node) => node.code)
      .filter((inner) => foodPath(foodNodes, inner).some((food) => food.code === code));

  return {
    async createProduct(caller: Caller, body: z.infer<typeof createProductBody>): Promise<ProductView> {
      if (!foodNodes.has(body.categoryCode)) throw unknownCategory('/categoryCode');
      try {
        const created = await createRecord(context, actorOf(caller), Product, {
          ...body,
          normalizedName: nameKey(body.name),
          createdBy: caller.username,
          createdAt: context.clock(),
        });
        return view(created);
      } catch (error) {
        if (isDuplicateKey(error))
          throw new Conflict(`A product ${body.name} exists in this category`, [
            { pointer: '/name', message: 'is registered in this category already' },
          ]);
        throw error;
      }
    },

    /** Products belong to no division: everybody names the same walnut. */
    async listProducts(query: z.infer<typeof listProductsQuery>): Promise<Page<ProductView>> {
      if (query.category !== undefined && !foodNodes.has(query.category)) throw unknownCategory('/query/category');
      const filter = query.category === undefined ? {} : { categoryCode: { $in: within(query.category) } };
      const page = await findPage(Product, filter, { ...query, order: 'descending' });
      return { items: page.items.map((product) => view(product as ProductRecord)), nextCursor: page.nextCursor };
    },

    /** @throws NotFound */
    async getProduct(id: string): Promise<ProductView> {
      const found = await Product.findById(id).lean<ProductRecord>();
      if (!found) throw new NotFound('There is no such product');
      return view(found);
    },

    /** For other elements; `null` when unknown. */
    async productById(id: string): Promise<ProductView | null> {
      const found = await Product.findById(id).lean<ProductRecord>();
      return found && view(found);
    },

    async productsById(ids: string[]): Promise<Map<string, ProductView>> {
      const found = await Product.find({ _id: { $in: ids } }).lean<ProductRecord[]>();
      return new Map(found.map((product) => [product._id.toHexString(), view(product)]));
    },

    categories: (): FoodNode[] => categories,

    /** From the top group down to the food itself; empty when the code is unknown. */
    categoryPath: (code: string): FoodNode[] => foodPath(foodNodes, code),

    conformityCertificateCovered: (code: string): boolean =>
      conformityCertificateCovered(foodPath(foodNodes, code), coveredByCertificate),

    /** Limits and bans in the order of the data; the cursor names the last row given. */
    listLimits(query: z.infer<typeof listLimitsQuery>): Page<LimitView> {
      const { substance } = query;
      const asked = substance === undefined ? provisions : provisions.filter(({ named }) => isNamed(named, substance));
      const start = query.cursor === undefined ? 0 : indexOf(query.cursor);
      const items = asked.slice(start, start + query.limit).map(({ shown }) => shown);
      const next = start + items.length;
      return { items, nextCursor: next < asked.length ? cursorOf(next) : null };
    },

    /** @throws NotFound */
    getLimit(id: string): LimitView {
      const found = provisions.find(({ shown }) => shown.id === id);
      if (!found) throw new NotFound(`There is no limit ${id}`);
      return found.shown;
    },

    editions: (): z.infer<typeof standardSchema>[] =>
      editions.map((edition) => {
        const rows = edition.kind === 'banned' ? bans.length : limits.filter((l) => l.standard === edition.code).length;
        return { ...edition, rows, complete: rows === edition.rowsInStandard };
      }),

    /** The same text for all names of one substance: 吡虫啉, imidacloprid and 138261-41-3. Metabolites stay apart. */
    analyteKey(analyte: string): string {
      const known = provisions.find(({ named: { substance, substanceEn, casNumber } }) =>
        isNamed({ substance, substanceEn, casNumber }, analyte),
      );
      return nameKey(known?.named.substance ?? analyte);
    },

    /** Does this result keep what the standards in force on the day of sampling ask? */
    judge({ categoryCode, ...measurement }: JudgeInput): Verdict {
      const food = foodPlace(foodNodes, categoryCode) ?? { path: [], below: new Set<string>() };
      return judge({ ...measurement, food }, { limits, bans });
    },
  };
}

export type StandardsService = ReturnType<typeof createStandardsService>;

function allProvisions() {
  const bansEdition = editions.find(({ kind }) => kind === 'banned')?.code ?? '';
  const nameOf = (code: string) => foodNodes.get(code)?.name ?? code;
  return [
    ...limits.map((limit) => ({ named: limit, shown: limitView(limit, nameOf(limit.foodCode)) })),
    ...bans.map((ban) => ({
      named: ban,
      shown: banView(ban, bansEdition, ban.foods === 'all' ? [] : ban.foods.map(nameOf)),
    })),
  ];
}

function unknownCategory(pointer: string): InvalidInput {
  const top = [...foodNodes.values()].filter(({ parentCode }) => parentCode === null).map(({ code }) => code);
  return InvalidInput.field(
    pointer,
    `is not a known category: GET /api/v1/standards/classification lists the codes; the top ones are ${top.join(', ')}`,
  );
}

function cursorOf(index: number): string {
  return Buffer.from(String(index)).toString('base64url');
}

function indexOf(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{1,6}$/.test(text)) throw InvalidInput.field('/query/cursor', 'is not a cursor given by this list');
  return Number(text);
}
