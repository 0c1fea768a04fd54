import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { createRecord } from '../../database/transaction.ts';
import { Conflict, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { guideFor } from '../rules/discretion.ts';
import { highestRange, whyFineRefused } from '../rules/fine-range.ts';
import { articlesFor, discretionOn, inForceOn, type Law } from '../rules/law-in-force.ts';
import { penalizedActs, starterLaw } from './library.ts';
import { type LawRowRecord, lawModels } from './model.ts';
import type { fineRangeBody, fineRangeSchema, lawRowSchema, listLawQuery, supersedeBody } from './schema.ts';

type LawRowView = z.infer<typeof lawRowSchema>;

/** The law on penalties: what came with the platform, and what administrators entered since. */
export function createPenaltyLaw(context: Context) {
  const { LawRow } = lawModels(context.connection);

  const records = () => LawRow.find().sort({ _id: 1 }).lean<LawRowRecord[]>();

  /** All versions ever entered. */
  const law = async (): Promise<Law> => [
    ...starterLaw,
    ...(await records()).map(({ row, version }) => ({ ...row, version })),
  ];

  const viewed = async (on: string): Promise<LawRowView[]> => {
    const entered = await records();
    const all: Law = [...starterLaw, ...entered.map(({ row, version }) => ({ ...row, version }))];
    const standing = inForceOn(all, on);
    return all
      .map((row) => {
        const record = entered.find(({ code, version }) => code === row.code && version === row.version);
        return {
          ...row,
          inForce: standing.includes(row),
          ...(record && {
            enteredBy: record.enteredBy,
            enteredAt: record.enteredAt.toISOString(),
            reason: record.reason,
          }),
        };
      })
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  };

  return {
    law,

    published: {
      listActs: async () => ({ items: [...penalizedActs], nextCursor: null }),

      async listLaw({ kind, act, on, limit, cursor }: z.infer<typeof listLawQuery>) {
        const after = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString();
        const found = (await viewed(on ?? dayOf(context.clock()))).filter(
          (row) =>
            (!kind || row.kind === kind) &&
            (!act || (row.kind === 'article' && row.acts.includes(act))) &&
            (!on || row.inForce) &&
            keyOf(row) > after,
        );
        const items = found.slice(0, limit);
        const last = found.length > limit ? items.at(-1) : undefined;
        return { items, nextCursor: last ? Buffer.from(keyOf(last)).toString('base64url') : null };
      },

      /** @throws NotFound */
      async versionsOf(code: string) {
        const items = (await viewed(dayOf(context.clock()))).filter((row) => row.code === code);
        if (items.length === 0) throw new NotFound('There is no such row of the law');
        return { items, nextCursor: null };
      },

      /** A new version of a row, or a new row: what stood before stays readable and still holds for its own days. */
      async supersede(caller: Caller, { row, reason }: z.infer<typeof supersedeBody>): Promise<LawRowView> {
        const before = (await law()).filter(({ code }) => code === row.code);
        if (before.some(({ kind }) => kind !== row.kind))
          throw InvalidInput.field('/row/kind', `must stay what ${row.code} is`);
        if (row.effectiveTo !== undefined && row.effectiveTo < row.effectiveFrom)
          throw InvalidInput.field('/row/effectiveTo', 'must not be before effectiveFrom');
        if (row.kind === 'article') requireKnownActs(row.acts);
        const version = 1 + Math.max(0, ...before.map((each) => each.version));
        const fields = {
          ...{ code: row.code, version, row, reason },
          enteredBy: caller.username,
          enteredAt: context.clock(),
        };
        try {
          await createRecord(context, actorOf(caller), LawRow, fields);
        } catch (error) {
          if (isDuplicateKey(error))
            throw new Conflict('Somebody else entered a version at the same time: read it again');
          throw error;
        }
        const entered = (await viewed(dayOf(context.clock()))).find(
          (each) => each.code === row.code && each.version === version,
        );
        if (!entered) throw new NotFound('There is no such row of the law');
        return entered;
      },

      /** What an act may cost this party, and whether a given fine would be lawful. */
      async fineRange({ acts, actOn, decidedOn, factors, fine, ...situation }: z.infer<typeof fineRangeBody>) {
        requireKnownActs(acts);
        const all = await law();
        const days = { actOn, decidedOn: decidedOn ?? dayOf(context.clock()) };
        const articles = articlesFor(all, acts, days, situation);
        const ranges = highestRange(articles, situation);
        const table = discretionOn(all, days.decidedOn);
        const binding = articles.find(({ code }) => code === ranges.range?.code);
        const refusal = fine === undefined ? null : whyFineRefused(fine, ranges);
        return {
          ...ranges,
          measures: binding?.measures ?? articles.flatMap(({ measures }) => measures),
          graveMeasures: binding?.graveMeasures ?? [],
          ...(ranges.range && table && { guide: guideFor(table, factors, ranges.range) }),
          ...(refusal && { refusal }),
        } satisfies z.infer<typeof fineRangeSchema>;
      },
    },
  };
}

export type PenaltyLaw = ReturnType<typeof createPenaltyLaw>;

function keyOf({ code, version }: { code: string; version: number }): string {
  return `${code} ${String(version).padStart(6, '0')}`;
}

/** @throws InvalidInput */
export function requireKnownActs(acts: readonly string[]): void {
  const unknown = acts.find((act) => !penalizedActs.some(({ code }) => code === act));
  if (unknown) throw InvalidInput.field('/acts', `${unknown} is not an act in the list of acts`);
}
