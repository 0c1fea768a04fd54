import type { z } from 'zod';
import { dayOf } from '../calendar/index.ts';
import type { Context } from '../context.ts';
import type { Page } from '../database/page.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import type { FoodNames } from './imports/food-names.ts';
import type { LawInForce, LawKeeper } from './law-in-force.ts';
import { pageOfList } from './list-page.ts';
import { standardsModels } from './model.ts';
import { type Applicable, applicable, speaks } from './rules/applicable.ts';
import { explainApplicable } from './rules/explain-applicable.ts';
import { type FoodNode, type FoodPlace, foodPath, foodPlace } from './rules/food.ts';
import { isNamed, type NamedSubstance, nameKey } from './rules/substance.ts';
import type { applicableLimitSchema, applicableLimitsQuery, limitSchema, listLimitsQuery } from './schema.ts';
import { unknownCategory } from './unknown-category.ts';
import { applicableView, banView, exemptionView, limitView } from './view.ts';

type LimitView = z.infer<typeof limitSchema>;

/** Finds limits, bans and exemptions: as rows, and as what applies to a food on a day. */
export function createLimitSearch(context: Context, keeper: LawKeeper) {
  const { Product } = standardsModels(context.connection);
  const provisions = () => keeper.current().then(provisionsOf);

  /** @throws InvalidInput when there is no such product */
  const foodOfProduct = async (product: string): Promise<string> => {
    const found = await Product.findById(product).lean<{ categoryCode: string }>();
    if (!found) throw InvalidInput.field('/query/product', 'is not a known product');
    return found.categoryCode;
  };

  return {
    /** Limits, bans and exemptions in the order of the data; the cursor names the last row given. */
    async listLimits(query: z.infer<typeof listLimitsQuery>): Promise<Page<LimitView>> {
      const { substance, food } = query;
      const path = food === undefined ? undefined : pathOf(food, (await keeper.current()).foods);
      const asked = (await provisions()).filter(
        ({ named, reaches }) => (substance === undefined || isNamed(named, substance)) && (!path || reaches(path)),
      );
      const page = pageOfList(asked, query);
      return { ...page, items: page.items.map(({ shown }) => shown) };
    },

    /** @throws NotFound */
    async getLimit(id: string): Promise<LimitView> {
      const found = (await provisions()).find(({ shown }) => shown.id === id);
      if (!found) throw new NotFound(`There is no limit ${id}`);
      return found.shown;
    },

    /** What applies to a food, of each substance that the standards speak of, or of the one asked for. */
    async applicableLimits(
      query: z.output<typeof applicableLimitsQuery>,
    ): Promise<Page<z.infer<typeof applicableLimitSchema>>> {
      const inForce = await keeper.current();
      const { law, foods } = inForce;
      const path =
        query.product === undefined
          ? pathOf(query.food as string, foods)
          : foodPath(foods.nodes, await foodOfProduct(query.product));
      const food = foodPlace(foods.nodes, path.at(-1)?.code ?? '') as FoodPlace;
      const day = query.on ?? dayOf(context.clock());
      const ask = (analyte: string) => applicable({ analyte, food, day }, law);
      const answers = query.substance
        ? [{ analyte: query.substance, found: ask(query.substance) }]
        : substancesOf(inForce)
            .map((analyte) => ({ analyte, found: ask(analyte) }))
            .filter(({ found }) => speaks(found));
      const page = pageOfList(answers, query);
      const shownBy = new Map((await provisions()).map(({ shown }) => [shown.id, shown]));
      const view = ({ analyte, found }: { analyte: string; found: Applicable }) =>
        applicableView(analyte, found, {
          shown: (id) => shownBy.get(id),
          explanation: explainApplicable({ analyte, food, day }, found),
        });
      return { ...page, items: page.items.map(view) };
    },
  };
}

type Path = readonly FoodNode[];

/** Each substance once, under the name that the standards give it. */
function substancesOf({ limits, bans, exemptions }: LawInForce): string[] {
  const names = [...limits, ...bans, ...exemptions].map(({ substance }) => substance);
  return [...new Map(names.map((name) => [nameKey(name), name])).values()];
}

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
