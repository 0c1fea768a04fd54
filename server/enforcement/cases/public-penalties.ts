import { Decimal } from 'decimal.js';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { penaltyText, penaltyWord } from '../documents/facts.ts';
import { penalizedActs } from '../law/library.ts';
import { fineOf } from './guards.ts';
import { type CaseRecord, caseModels } from './model.ts';

/** What anybody may know of a decision while it is published: no person, and no words that somebody wrote. Amounts are yuan. */
export interface PublicPenalty {
  number: string;
  partyName: string;
  legalForm: 'organization' | 'individual-business';
  creditCode?: string;
  acts: string[];
  /** The article that binds the fine. */
  clause?: string;
  penalty: string;
  /** 处罚类别, in words. */
  kinds: string[];
  fine?: string;
  confiscated?: string;
  /** YYYY-MM-DD in China. */
  decidedOn: string;
  /** The last day on which it may be shown. */
  until: string;
  divisionCode: string;
}

const forThePublic = unscoped('published decisions alone, and what the standard of publication asks for');

/** 行政处罚公示: published, not taken back, and within its term. What concerns a natural person is never among them. */
export function createPublicPenalties({ connection, clock }: Pick<Context, 'connection' | 'clock'>) {
  const { Case } = caseModels(connection);

  return {
    async publicPenalties(request: { limit: number; cursor?: string | undefined }): Promise<Page<PublicPenalty>> {
      const filter = {
        'publication.publishedAt': { $exists: true },
        'publication.removedAt': { $exists: false },
        'publication.until': { $gte: dayOf(clock()) },
        'party.legalForm': { $in: ['organization' as const, 'individual-business' as const] },
        state: { $ne: 'withdrawn' as const },
      };
      const page = await findPage(Case, filter, { ...request, order: 'descending' }, forThePublic);
      return { items: (page.items as CaseRecord[]).flatMap(publicPenalty), nextCursor: page.nextCursor };
    },

    /** When a decision was last published or taken back; `null` when none ever was. */
    async newestPenalty(): Promise<Date | null> {
      const published = { 'publication.publishedAt': { $exists: true } };
      const newest = async (field: 'publishedAt' | 'removedAt') =>
        (
          await Case.findOne(published, null, forThePublic)
            .sort({ [`publication.${field}`]: -1 })
            .lean<CaseRecord>()
        )?.publication?.[field];
      const times = [await newest('publishedAt'), await newest('removedAt')].filter((at) => at !== undefined);
      return times.length > 0 ? new Date(Math.max(...times.map((at) => at.getTime()))) : null;
    },
  };
}

export type PublicPenalties = ReturnType<typeof createPublicPenalties>;

function publicPenalty(found: CaseRecord): PublicPenalty[] {
  const { party, finding, publication, divisionCode } = found;
  if (!party || !found.decision || !publication || party.legalForm === 'natural-person') return [];
  const decision = { ...found.decision, fine: fineOf(found) };
  const confiscated = new Decimal(decision.confiscatedGains ?? 0).plus(decision.confiscatedGoods ?? 0);
  return [
    {
      number: decision.number,
      partyName: party.name,
      legalForm: party.legalForm,
      ...(party.creditCode !== undefined && { creditCode: party.creditCode }),
      acts: (finding?.acts ?? []).map((code) => penalizedActs.find((act) => act.code === code)?.title.zh ?? code),
      ...(decision.article && { clause: decision.article.clause.zh }),
      penalty: penaltyText(decision),
      kinds: decision.kinds.map(penaltyWord),
      ...(decision.fine !== undefined && { fine: decision.fine }),
      ...(confiscated.gt(0) && { confiscated: confiscated.toFixed() }),
      decidedOn: dayOf(decision.decidedAt),
      until: publication.until,
      divisionCode,
    },
  ];
}
