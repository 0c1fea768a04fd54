import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { findPage, type Page } from '../database/page.ts';
import { createRecord } from '../database/transaction.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import type { LoadedEdition } from './edition-rows.ts';
import type { FoodNames } from './imports/food-names.ts';
import { linesOfExemptions } from './imports/limits/limit-table.ts';
import { createImports } from './imports/service.ts';
import { tableOf } from './imports/table.ts';
import { tableKindOf } from './imports/tables.ts';
import { createLawInForce, type LawInForce } from './law-in-force.ts';
import { certificateCoverage, coveredByCertificate } from './library.ts';
import { createProductLoader } from './load-product.ts';
import { type ProductRecord, standardsModels } from './model.ts';
import { analyteKey } from './rules/analyte-key.ts';
import { dayInChina, isInForce } from './rules/day.ts';
import { decimal } from './rules/decimal.ts';
import { conformityCertificateCovered, type FoodNode, foodPath, foodPlace } from './rules/food.ts';
import type { Verdict } from './rules/judge.ts';
import { judgeSample } from './rules/judge-sample.ts';
import type { Measurement } from './rules/measurement.ts';
import { isNamed, type NamedSubstance, nameKey } from './rules/substance.ts';
import { convert } from './rules/units.ts';
import type {
  createProductBody,
  exportStandardQuery,
  limitSchema,
  listLimitsQuery,
  listProductsQuery,
  listStandardsQuery,
  productSchema,
  standardSchema,
} from './schema.ts';
import { banView, editionView, exemptionView, limitView, productView } from './view.ts';

type LimitView = z.infer<typeof limitSchema>;
type ProductView = z.infer<typeof productSchema>;

/** A measurement as other elements know it: with the code of the food's category instead of its place. */
export type JudgeInput = Omit<Measurement, 'food'> & { categoryCode: string };

export function createStandardsService(context: Context) {
  const { Product } = standardsModels(context.connection);
  const keeper = createLawInForce(context);
  const view = async (product: ProductRecord): Promise<ProductView> =>
    viewWithin((await keeper.foods()).nodes, product);
  const provisions = () => keeper.current().then(provisionsOf);

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

    /** Limits, bans and exemptions in the order of the data; the cursor names the last row given. */
    async listLimits(query: z.infer<typeof listLimitsQuery>): Promise<Page<LimitView>> {
      const { substance, food } = query;
      const path = food === undefined ? undefined : pathOf(food, (await keeper.current()).foods);
      const asked = (await provisions()).filter(
        ({ named, reaches }) => (substance === undefined || isNamed(named, substance)) && (!path || reaches(path)),
      );
      const start = query.cursor === undefined ? 0 : indexOf(query.cursor);
      const items = asked.slice(start, start + query.limit).map(({ shown }) => shown);
      const next = start + items.length;
      return { items, nextCursor: next < asked.length ? cursorOf(next) : null };
    },

    /** @throws NotFound */
    async getLimit(id: string): Promise<LimitView> {
      const found = (await provisions()).find(({ shown }) => shown.id === id);
      if (!found) throw new NotFound(`There is no limit ${id}`);
      return found.shown;
    },

    async editions({ superseded }: z.output<typeof listStandardsQuery>): Promise<z.infer<typeof standardSchema>[]> {
      const { editions: standing, everLoaded } = await keeper.current();
      const today = dayInChina(context.clock());
      const stands = ({ code, version }: LoadedEdition) =>
        standing.find((edition) => edition.code === code && edition.version === version);
      return everLoaded.flatMap((edition) => {
        const current = stands(edition);
        return current || superseded === 'true' ? [editionView(current ?? edition, current === undefined, today)] : [];
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

        /** The number in the other unit; `null` when the two do not measure the same thing. */
        converted(number: string, from: string, to: string): string | null {
          const value = decimal(number);
          return (value && convert(value, from, to))?.toFixed() ?? null;
        },

        /** Does this result, on its own, keep what the standards in force on the day of sampling ask? */
        judge: (input: JudgeInput): Verdict => judgeSample([measured(input)], law)[0] as Verdict,

        /** The verdict on each result of a sample, in their order: the parts of a residue are judged as one. */
        judgeSample: (results: readonly JudgeInput[]): Verdict[] => judgeSample(results.map(measured), law),
      };
    },
  };
}

export type StandardsService = ReturnType<typeof createStandardsService>;

export type LawNow = Awaited<ReturnType<StandardsService['lawInForce']>>;

function measurementOf({ categoryCode, ...measurement }: JudgeInput, { nodes }: FoodNames): Measurement {
  return { ...measurement, food: foodPlace(nodes, categoryCode) ?? { path: [], below: new Set<string>() } };
}

type Path = readonly FoodNode[];

const shownOf = new WeakMap<LawInForce, ReturnType<typeof allProvisions>>();

function provisionsOf(inForce: LawInForce) {
  const known = shownOf.get(inForce) ?? allProvisions(inForce);
  shownOf.set(inForce, known);
  return known;
}

function allProvisions({ limits, bans, exemptions, foods }: LawInForce) {
  const nameOf = (code: string) => foods.nodes.get(code)?.name ?? code;
  const within = (path: Path, codes: readonly string[]) => path.some(({ code }) => codes.includes(code));
  return [
    ...limits.map((limit) => ({
      named: limit as NamedSubstance,
      reaches: (path: Path) => within(path, [limit.foodCode]) && !within(path, limit.excluding),
      shown: limitView(limit, nameOf),
    })),
    ...bans.map((ban) => ({
      named: ban as NamedSubstance,
      reaches: (path: Path) => ban.foods === 'all' || within(path, ban.foods),
      shown: banView(ban, ban.foods === 'all' ? [] : ban.foods.map(nameOf)),
    })),
    ...exemptions.map((exemption) => ({
      named: exemption as NamedSubstance,
      reaches: () => true,
      shown: exemptionView(exemption),
    })),
  ];
}

/** @throws InvalidInput when no food, or more than one, bears the code or name */
function pathOf(text: string, foods: FoodNames): Path {
  const [food, another] = foods.named(text);
  if (!food) throw unknownCategory('/query/food', foods.nodes);
  if (another) throw InvalidInput.field('/query/food', `is the name of several foods: ${food.code}, ${another.code}`);
  return foodPath(foods.nodes, food.code);
}

function viewWithin(nodes: FoodNames['nodes'], product: ProductRecord): ProductView {
  return productView(product, foodPath(nodes, product.categoryCode), coveredByCertificate);
}

/** The codes of a food and of all below it. */
function codesWithin(nodes: FoodNames['nodes'], code: string): string[] {
  return [...nodes.keys()].filter((inner) => foodPath(nodes, inner).some((food) => food.code === code));
}

function unknownCategory(pointer: string, nodes: FoodNames['nodes']): InvalidInput {
  const top = [...nodes.values()].filter(({ parentCode }) => parentCode === null).map(({ code }) => code);
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
