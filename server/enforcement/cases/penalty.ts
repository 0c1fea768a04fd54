import { Decimal } from 'decimal.js';
import type { z } from 'zod';
import { Conflict, InvalidInput } from '../../errors.ts';
import { highestRange, whyFineRefused } from '../rules/fine-range.ts';
import { articlesFor } from '../rules/law-in-force.ts';
import type { Asking } from './guards.ts';
import type { CaseRecord, PenaltyRecord } from './model.ts';
import type { penaltyBody } from './schema.ts';

/**
 * The penalty with the article that binds it.
 * @throws InvalidInput when the law of the day of the act does not allow the fine, Conflict when facts are missing
 */
export function penaltyOf(found: CaseRecord, body: z.output<typeof penaltyBody>, asking: Asking): PenaltyRecord {
  const { finding, party } = found;
  if (!finding || !party) throw new Conflict('Party and acts must be recorded first');
  const situation = { ...finding, party: { kind: party.kind, legalForm: party.legalForm } };
  const days = { actOn: finding.actOn, decidedOn: asking.today };
  const articles = articlesFor(asking.law, finding.acts, days, situation);
  if (articles.length === 0)
    throw InvalidInput.field('/kinds', 'no article on the recorded acts was in force on the day of the act');
  const ranges = highestRange(articles, situation);
  if (body.kinds.includes('fine') !== (body.fine !== undefined))
    throw InvalidInput.field('/fine', 'must be given exactly when kinds names a fine');
  const refusal = body.fine === undefined ? null : whyFineRefused(body.fine, ranges);
  if (refusal) throw InvalidInput.field('/fine', refusal);
  const binding = articles.find(({ code }) => code === ranges.range?.code);
  const { range } = ranges;
  const { kinds, fine, confiscatedGains, confiscatedGoods, measures } = body;
  return {
    kinds,
    ...(fine !== undefined && { fine }),
    ...(confiscatedGains !== undefined && { confiscatedGains }),
    ...(confiscatedGoods !== undefined && { confiscatedGoods }),
    measures,
    ...(range &&
      binding && {
        article: { code: range.code, version: binding.version, clause: range.clause, from: range.from, to: range.to },
      }),
  };
}

/** What a party says in its defence makes nothing heavier. Source: 行政处罚法 45. @throws Conflict */
export function requireNotHeavier(decided: PenaltyRecord, told: PenaltyRecord | undefined): void {
  const more = (a: string | undefined, b: string | undefined) => new Decimal(a ?? 0).gt(b ?? 0);
  const heavier =
    !told ||
    decided.kinds.some((kind) => !told.kinds.includes(kind)) ||
    more(decided.fine, told.fine) ||
    more(decided.confiscatedGains, told.confiscatedGains) ||
    more(decided.confiscatedGoods, told.confiscatedGoods);
  if (heavier)
    throw new Conflict(
      '处罚重于告知的内容，须重新告知 · The penalty is heavier than what the party was told: notify anew',
    );
}
