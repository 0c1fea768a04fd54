import type { Context } from '../context.ts';
import { NotFound } from '../errors.ts';
import { createEditionRows, type LoadedEdition } from './edition-rows.ts';
import { type FoodNames, foodNamesOf } from './imports/food-names.ts';
import type { PrintedRows } from './imports/table-kind.ts';
import {
  animalFoods,
  certificateCoverage,
  residues,
  slug,
  bans as starterBans,
  limits as starterLimits,
} from './library.ts';
import type { Ban, PrintedBan } from './rules/bans.ts';
import type { EditionKind } from './rules/editions.ts';
import { standing } from './rules/editions.ts';
import type { Exemption } from './rules/exemptions.ts';
import type { FoodNode } from './rules/food.ts';
import { type PrintedSubstance, residuesOfLines, withKnownNames } from './rules/known-substances.ts';
import { type Law, lawOf } from './rules/law.ts';
import { isLimitKind, type Limit, type LimitKind, type PrintedLimit } from './rules/match-limit.ts';

export interface LawInForce {
  law: Law;
  foods: FoodNames;
  limits: readonly Limit[];
  bans: readonly Ban[];
  exemptions: readonly Exemption[];
  substances: readonly PrintedSubstance[];
  /** Newest version of each standard. */
  editions: readonly LoadedEdition[];
  /** All versions ever loaded, the newest first. */
  everLoaded: readonly LoadedEdition[];
}

/** Keeps the law in memory and reads it anew when another edition was loaded, by this process or another. */
export function createLawInForce(context: Context) {
  const { countLoaded, everLoaded: listLoaded, rowsOf } = createEditionRows(context);

  const editionsStanding = async () => {
    const everLoaded = await listLoaded();
    return { everLoaded, editions: oneClassification(standing(everLoaded), everLoaded) };
  };

  const readFoods = async (): Promise<FoodNames> => {
    const { editions } = await editionsStanding();
    const edition = editions.find(({ kind }) => kind === 'classification');
    const rows = edition ? ((await rowsOf(edition)).rows as FoodNode[]) : [];
    return foodNamesOf(new Map(rows.map((food) => [food.code, food])));
  };

  const foods = keptUntilLoaded(countLoaded, readFoods);

  const readLaw = async (): Promise<LawInForce> => {
    const { editions, everLoaded } = await editionsStanding();
    const loaded = await Promise.all(editions.map(async (edition) => ({ edition, ...(await rowsOf(edition)) })));
    const ofKind = <Row>(isKind: (kind: EditionKind) => boolean) =>
      loaded.filter(({ edition }) => isKind(edition.kind)) as { edition: LoadedEdition; rows: readonly Row[] }[];
    const tables = ofKind<PrintedSubstance>((kind) => kind === 'substances');
    const substances = tables.flatMap(({ rows }) => rows);
    const named = withKnownNames(substances);
    const limits = ofKind<PrintedLimit>(isLimitKind).flatMap(({ edition, rows }) => limitsOf(edition, rows).map(named));
    const bans = ofKind<PrintedBan>((kind) => kind === 'banned').flatMap(({ edition, rows }) =>
      bansOf(edition, rows).map(named),
    );
    const exemptions = editions.flatMap(exemptionsOf).map(named);
    const sums = tables.flatMap(({ edition, rows }) =>
      edition.id === undefined ? residues : residuesOfLines(rows, { ...termOf(edition), ...saidBy(edition) }),
    );
    const law = lawOf({ limits, bans, exemptions, residues: sums, animalFoods });
    return { law, foods: await foods(), limits, bans, exemptions, substances, editions, everLoaded };
  };

  const current = keptUntilLoaded(countLoaded, readLaw);

  return {
    /** The classification of foods. @throws RecordsAltered */
    foods,
    /** @throws RecordsAltered when the rows stored are not those that were loaded: nothing is judged by them */
    current,
    /** @throws NotFound when that version, or without one that code, was never loaded */
    async printed(code: string, version?: number): Promise<PrintedRows & { kind: EditionKind }> {
      const { editions, everLoaded } = await editionsStanding();
      const edition =
        version === undefined
          ? (editions.find((each) => each.code === code) ?? everLoaded.find((each) => each.code === code))
          : everLoaded.find((each) => each.code === code && each.version === version);
      if (!edition) throw new NotFound(`There is no version ${version ?? ''} of ${code}`);
      return { kind: edition.kind, ...(await rowsOf(edition)) };
    },
    /** The codes of the foods that limits, bans, certificates and residues name. */
    async foodsInUse(): Promise<string[]> {
      const { limits, bans } = await current();
      const named = [
        ...limits.flatMap(({ foodCode, excluding }) => [foodCode, ...excluding]),
        ...bans.flatMap(({ foods: banned }) => (banned === 'all' ? [] : banned)),
        ...certificateCoverage.flatMap(({ covered }) => covered.flatMap((each) => each.foods)),
        ...animalFoods,
      ];
      return [...new Set(named)];
    },
    editionsStanding,
    rowsOf,
  };
}

export type LawKeeper = ReturnType<typeof createLawInForce>;

/** What was read, until one more edition is loaded; what could not be read is tried again. */
function keptUntilLoaded<Read>(countLoaded: () => Promise<number>, read: () => Promise<Read>): () => Promise<Read> {
  let held: { stamp: number; read: Promise<Read> } | undefined;
  return async () => {
    const stamp = await countLoaded();
    if (held?.stamp !== stamp) {
      const reading = read();
      held = { stamp, read: reading };
      reading.catch(() => {
        held = undefined;
      });
    }
    return held.read;
  };
}

/** There is one tree of foods: the one that was loaded last, whatever its code. */
function oneClassification(editions: LoadedEdition[], newestFirst: readonly LoadedEdition[]): LoadedEdition[] {
  const last = newestFirst.find(({ kind }) => kind === 'classification');
  return editions.filter(({ kind, code }) => kind !== 'classification' || code === last?.code);
}

function termOf({ effectiveFrom, effectiveTo }: LoadedEdition) {
  return { effectiveFrom, effectiveTo };
}

function saidBy({ code, source }: LoadedEdition) {
  return { standard: code, source };
}

function idOf({ code, version }: LoadedEdition, index: number): string {
  return `${slug(code)}-${version}-${index + 1}`;
}

function limitsOf(edition: LoadedEdition, rows: readonly PrintedLimit[]): Limit[] {
  const { code, version, kind, effectiveFrom = '', effectiveTo, source } = edition;
  if (edition.id === undefined)
    return starterLimits.filter(({ standard }) => standard === code).map((limit) => ({ ...limit, effectiveTo }));
  return rows.map((row, index) => ({
    ...row,
    id: idOf(edition, index),
    kind: kind as LimitKind,
    standard: code,
    version,
    effectiveFrom,
    effectiveTo,
    source,
  }));
}

/** A ban has days of its own, and ends with its list at the latest. */
function bansOf(edition: LoadedEdition, rows: readonly PrintedBan[]): Ban[] {
  const own: readonly Ban[] =
    edition.id === undefined
      ? starterBans
      : rows.map((ban, index) => ({
          ...ban,
          id: idOf(edition, index),
          standard: edition.code,
          version: edition.version,
        }));
  return own.map((ban) => ({ ...ban, effectiveTo: earlier(ban.effectiveTo, edition.effectiveTo) }));
}

function earlier(one: string | undefined, other: string | undefined): string | undefined {
  return one !== undefined && other !== undefined && other < one ? other : (one ?? other);
}

function exemptionsOf({ code, version, exemptions = [], effectiveFrom = '', effectiveTo }: LoadedEdition): Exemption[] {
  return exemptions.map((printed, index) => ({
    ...printed,
    id: `${slug(code)}-${version}-exempt-${index + 1}`,
    standard: code,
    version,
    effectiveFrom,
    effectiveTo,
  }));
}
