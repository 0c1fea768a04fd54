import type { z } from 'zod';
import { dayOf } from '../calendar/index.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { findPage, type Page } from '../database/page.ts';
import { createRecord } from '../database/transaction.ts';
import { Conflict, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import type { FoodNames } from './imports/food-names.ts';
import { linesOfExemptions } from './imports/limits/limit-table.ts';
import { createImports } from './imports/service.ts';
import { tableOf } from './imports/table.ts';
import { tableKindOf } from './imports/tables.ts';
import { createLawInForce } from './law-in-force.ts';
import { certificateCoverage, coveredByCertificate } from './library.ts';
import { createLimitSearch } from './limit-search.ts';
import { createProductLoader } from './load-product.ts';
import { type ProductRecord, standardsModels } from './model.ts';
import { analyteKey } from './rules/analyte-key.ts';
import { isInForce } from './rules/day.ts';
import { decimal } from './rules/decimal.ts';
import { englishName } from './rules/english-name.ts';
import { conformityCertificateCovered, type FoodNode, foodPath, foodPlace } from './rules/food.ts';
import type { Judgement } from './rules/judge.ts';
import { judgeSample } from './rules/judge-sample.ts';
import type { Measurement } from './rules/measurement.ts';
import { nameKey } from './rules/substance.ts';
import { convert } from './rules/units.ts';
import type {
  createProductBody,
  exportStandardQuery,
  listProductsQuery,
  listStandardsQuery,
  productSchema,
  standardSchema,
} from './schema.ts';
import { unknownCategory } from './unknown-category.ts';
import { editionView, productView } from './view.ts';

type ProductView = z.infer<typeof productSchema>;

/** A measurement as other elements know it: with the code of the food's category instead of its place. */
export type JudgeInput = Omit<Measurement, 'food'> & { categoryCode: string };

export function createStandardsService(context: Context) {
  const { Product } = standardsModels(context.connection);
  const keeper = createLawInForce(context);
  const view = async (product: ProductRecord): Promise<ProductView> =>
    viewWithin((await keeper.foods()).nodes, product);

  return {
    /** What tables of products are loaded by. */
    productLoader: createProductLoader(context, keeper.foods),

    async createProduct(caller: Caller, body: z.infer<typeof createProductBody>): Promise<ProductView> {
      const { nodes } = await keeper.foods();
      if (!nodes.has(body.categoryCode)) throw unknownCategory('/categoryCode', nodes);
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
      const { nodes } = await keeper.foods();
      if (query.category !== undefined && !nodes.has(query.category)) throw unknownCategory('/query/category', nodes);
      const filter = query.category === undefined ? {} : { categoryCode: { $in: codesWithin(nodes, query.category) } };
      const page = await findPage(Product, filter, { ...query, order: 'descending' });
      return {
        items: page.items.map((product) => viewWithin(nodes, product as ProductRecord)),
        nextCursor: page.nextCursor,
      };
    },

    /** @throws NotFound */
    async getProduct(id: string): Promise<ProductView> {
      const found = await Product.findById(id).lean<ProductRecord>();
      if (!found) throw new NotFound('There is no such product');
      return view(found);
    },

    /** Every food on the closed list of the 承诺达标合格证 that holds on a day (YYYY-MM-DD). */
    async coveredCategories(day: string): Promise<string[]> {
      const { nodes } = await keeper.foods();
      const list = certificateCoverage.find((version) => isInForce(version, day));
      return [...new Set(list?.covered.flatMap((row) => row.foods).flatMap((code) => codesWithin(nodes, code)))];
    },

    /** Whether a food is on the closed list of the 承诺达标合格证 that holds on a day (YYYY-MM-DD), and by which clause. */
    async certificateCoverageOf(categoryCode: string, day: string): Promise<{ covered: boolean; clause: string }> {
      const { nodes } = await keeper.foods();
      const list = certificateCoverage.find((version) => isInForce(version, day));
      const foods = new Set(list?.covered.flatMap((row) => row.foods));
      return {
        covered: conformityCertificateCovered(foodPath(nodes, categoryCode), foods),
        clause: list?.clause ?? '',
      };
    },

    /** For other elements; `null` when unknown. */
    async productById(id: string): Promise<ProductView | null> {
      const found = await Product.findById(id).lean<ProductRecord>();
      return found && (await view(found));
    },

    async productsById(ids: string[]): Promise<Map<string, ProductView>> {
      const found = await Product.find({ _id: { $in: ids } }).lean<ProductRecord[]>();
      const { nodes } = await keeper.foods();
      return new Map(found.map((product) => [product._id.toHexString(), viewWithin(nodes, product)]));
    },

    categories: async (): Promise<FoodNode[]> => [...(await keeper.foods()).nodes.values()],

    /** From the top group down to the food itself; empty when the code is unknown. */
    categoryPath: async (code: string): Promise<FoodNode[]> => foodPath((await keeper.foods()).nodes, code),

    ...createImports(context, keeper),

    ...createLimitSearch(context, keeper),

    async editions({ superseded }: z.output<typeof listStandardsQuery>): Promise<z.infer<typeof standardSchema>[]> {
      const { editions: standing, everLoaded } = await keeper.current();
      const today = dayOf(context.clock());
      return everLoaded.flatMap((edition) => {
        const { code, version } = edition;
        const current = standing.find((each) => each.code === code && each.version === version);
        if (!current && superseded !== 'true') return [];
        const replacedBy = standing.find(({ replaces }) => replaces.includes(code))?.code;
        return [editionView(current ?? edition, { superseded: current === undefined, replacedBy, today })];
      });
    },

    /**
     * The rows of an edition as the table that loads them again, headings first.
     * @throws NotFound when that version was never loaded
     */
    async exportStandard({ code, version }: Pick<z.output<typeof exportStandardQuery>, 'code' | 'version'>) {
      const { kind, ...printed } = await keeper.printed(code, version);
      return [...tableOf(tableKindOf(kind), printed, await keeper.foods()), ...linesOfExemptions(printed.exemptions)];
    },

    /** What the standards loaded ask at this moment: one law for all that is judged together. */
    async lawInForce() {
      const { law, foods } = await keeper.current();
      const measured = (input: JudgeInput) => measurementOf(input, foods);
      return {
        /** The same text for all names of one substance: 吡虫啉, imidacloprid and 138261-41-3. Metabolites and sums stay apart. */
        analyteKey: (analyte: string) => analyteKey(law, analyte),

        /** What the standards call it in English, where it bears another name. */
        englishName: (analyte: string) => englishName(law, analyte),

        /** The kinds of limits that the standards set for it in any food, or a part of whose residue it is: `pesticide`, `contaminant` … */
        kindsOf(analyte: string): string[] {
          const names = [analyte, ...law.residuesNamed(analyte).map(({ substance }) => substance)];
          return [...new Set(names.flatMap((name) => law.limitsOf(name).map(({ kind }) => kind)))];
        },

        /** The number in the other unit; `null` when the two do not measure the same thing. */
        converted(number: string, from: string, to: string): string | null {
          const value = decimal(number);
          return (value && convert(value, from, to))?.toFixed() ?? null;
        },

        /** Does this result, on its own, keep what the standards in force on the day of sampling ask? */
        judge: (input: JudgeInput): Judgement => judgeSample([measured(input)], law)[0] as Judgement,

        /** The verdict on each result of a sample, in their order: the parts of a residue are judged as one. */
        judgeSample: (results: readonly JudgeInput[]): Judgement[] => judgeSample(results.map(measured), law),
      };
    },
  };
}

export type StandardsService = ReturnType<typeof createStandardsService>;

export type LawNow = Awaited<ReturnType<StandardsService['lawInForce']>>;

function measurementOf({ categoryCode, ...measurement }: JudgeInput, { nodes }: FoodNames): Measurement {
  return { ...measurement, food: foodPlace(nodes, categoryCode) ?? { path: [], below: new Set<string>() } };
}

function viewWithin(nodes: FoodNames['nodes'], product: ProductRecord): ProductView {
  return productView(product, foodPath(nodes, product.categoryCode), coveredByCertificate);
}

/** The codes of a food and of all below it. */
function codesWithin(nodes: FoodNames['nodes'], code: string): string[] {
  return [...nodes.keys()].filter((inner) => foodPath(nodes, inner).some((food) => food.code === code));
}
