import type { z } from 'zod';
import type { Bilingual } from '../http/fields.ts';
import type { LoadedEdition } from './edition-rows.ts';
import type { ProductRecord } from './model.ts';
import type { Applicable } from './rules/applicable.ts';
import type { Ban } from './rules/bans.ts';
import { stateOn } from './rules/day.ts';
import type { Exemption } from './rules/exemptions.ts';
import { conformityCertificateCovered, type FoodNode } from './rules/food.ts';
import type { Limit } from './rules/match-limit.ts';
import type { applicableLimitSchema, limitSchema, productSchema, standardSchema } from './schema.ts';

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

/** @param shown the row of the list of limits with that id */
export function applicableView(
  substance: string,
  { residue, ban, match, passedOver }: Applicable,
  { shown, explanation }: { shown: (id: string) => z.infer<typeof limitSchema> | undefined; explanation: Bilingual },
): z.infer<typeof applicableLimitSchema> {
  const row = (of: { id: string } | undefined) => of && shown(of.id);
  return {
    substance,
    answer: ban ? 'banned' : match.kind === 'limit' ? 'limit' : 'no-limit',
    ...(match.kind === 'limit'
      ? { limit: row(match.limit), level: match.isOwn ? 'own' : 'category' }
      : { reason: match.reason, exemption: row(match.exemption) }),
    ban: row(ban),
    residueOf: residue?.substance,
    passedOver: passedOver.flatMap(({ limit, reason }) => {
      const passed = row(limit);
      return passed ? [{ limit: passed, reason }] : [];
    }),
    explanation,
  };
}

/** @param today in China, YYYY-MM-DD */
export function editionView(
  edition: LoadedEdition,
  { superseded, replacedBy, today }: { superseded: boolean; replacedBy?: string | undefined; today: string },
): z.infer<typeof standardSchema> {
  const { loadedAt, exemptions = [], ...rest } = edition;
  return {
    ...rest,
    exempt: exemptions.length,
    ...(loadedAt && { loadedAt: loadedAt.toISOString() }),
    complete: edition.rows === edition.rowsInStandard,
    state: stateOn(edition, today),
    ...(replacedBy && { replacedBy }),
    superseded,
  };
}
