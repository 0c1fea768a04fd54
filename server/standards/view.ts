import type { z } from 'zod';
import type { LoadedEdition } from './edition-rows.ts';
import type { ProductRecord } from './model.ts';
import type { Ban } from './rules/bans.ts';
import { stateOn } from './rules/day.ts';
import type { Exemption } from './rules/exemptions.ts';
import { conformityCertificateCovered, type FoodNode } from './rules/food.ts';
import type { Limit } from './rules/match-limit.ts';
import type { limitSchema, productSchema, standardSchema } from './schema.ts';

export function productView(
  product: ProductRecord,
  path: readonly FoodNode[],
  covered: ReadonlySet<string>,
): z.infer<typeof productSchema> {
  return {
    id: product._id.toHexString(),
    name: product.name,
    ...(product.nameEn && { nameEn: product.nameEn }),
    categoryCode: product.categoryCode,
    categoryPath: path.map(({ name }) => name),
    conformityCertificateCovered: conformityCertificateCovered(path, covered),
  };
}

export function limitView(
  { source: _source, alsoNamed: _alsoNamed, excluding, ...limit }: Limit,
  nameOf: (code: string) => string,
): z.infer<typeof limitSchema> {
  return {
    ...limit,
    excluding: [...excluding],
    excludingNames: excluding.map(nameOf),
    foodName: nameOf(limit.foodCode),
  };
}

/** A ban as a row of the list of limits: it has no maximum, because finding the substance is enough. */
export function banView(ban: Ban, foodNames: string[]): z.infer<typeof limitSchema> {
  return {
    id: ban.id,
    substance: ban.substance,
    substanceEn: ban.substanceEn ?? ban.substance,
    ...(ban.casNumber && { casNumber: ban.casNumber }),
    kind: 'banned',
    ...(foodNames.length && { foodName: foodNames.join('、') }),
    excluding: [],
    excludingNames: [],
    unit: 'mg/kg',
    temporary: false,
    standard: ban.standard,
    version: ban.version,
    clause: ban.announcement ? `公告第 ${ban.announcement} 号` : '公告',
    ...(ban.effectiveFrom && { effectiveFrom: ban.effectiveFrom }),
    ...(ban.effectiveTo && { effectiveTo: ban.effectiveTo }),
  };
}

/** An exemption as a row of the list of limits: it is for all foods and has no maximum. */
export function exemptionView(exemption: Exemption): z.infer<typeof limitSchema> {
  return { ...exemption, kind: 'exempt', excluding: [], excludingNames: [], unit: 'mg/kg', temporary: false };
}

/** @param today in China, YYYY-MM-DD */
export function editionView(
  edition: LoadedEdition,
  superseded: boolean,
  today: string,
): z.infer<typeof standardSchema> {
  const { loadedAt, exemptions = [], ...rest } = edition;
  return {
    ...rest,
    exempt: exemptions.length,
    ...(loadedAt && { loadedAt: loadedAt.toISOString() }),
    complete: edition.rows === edition.rowsInStandard,
    state: stateOn(edition, today),
    superseded,
  };
}
