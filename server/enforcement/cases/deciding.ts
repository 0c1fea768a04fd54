import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { CertificatesService } from '../../certification/index.ts';
import type { Context } from '../../context.ts';
import type { Work } from '../../database/transaction.ts';
import { InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Papers } from '../documents/papers.ts';
import { penalizedActs } from '../law/library.ts';
import { figureOn } from '../rules/law-in-force.ts';
import { whyNotSummary } from '../rules/procedure.ts';
import { gravePenalties } from '../rules/publication.ts';
import { dayWithin, noonOf } from './days.ts';
import type { CaseDeadlines } from './deadlines.ts';
import type { CaseRecord, DecisionRecord, PenaltyRecord } from './model.ts';
import { penaltyOf, requireNotHeavier } from './penalty.ts';
import type { decideBody, noPenaltyBody, servedBody } from './schema.ts';
import type { CaseSteps } from './steps.ts';

/** The decision, its service, and what becomes of a wrong one. */
export function createDeciding(
  context: Context,
  {
    steps: { step },
    papers,
    deadlines,
    certificates,
  }: {
    steps: CaseSteps;
    papers: Papers;
    deadlines: Pick<CaseDeadlines, 'startPayment'>;
    certificates: Pick<CertificatesService, 'proposeForPenalty'>;
  },
) {
  const decisionOf = (penalty: PenaltyRecord, by: string, number: string, basis: string): DecisionRecord => ({
    ...penalty,
    ...{ number, by, basis: [basis] },
    decidedAt: context.clock(),
  });

  /** What becomes of the party's certificates is proposed with the decision, and decided by a person. */
  const proposeForCertificates = async (work: Work, { producerId, decision, finding }: CaseRecord): Promise<void> => {
    if (!producerId || !decision) return;
    const banned = finding?.acts.some((act) => penalizedActs.some((each) => each.code === act && each.suspectedCrime));
    await certificates.proposeForPenalty(work, {
      number: decision.number,
      producerId: producerId.toHexString(),
      grave: banned === true || decision.kinds.some((kind) => gravePenalties.includes(kind)),
      text: {
        zh: `行政处罚决定 ${decision.number}`,
        en: `Decision on an administrative penalty ${decision.number}`,
      },
    });
  };

  return {
    /** Within the range of the article, never heavier than what the party was told. */
    decide: (caller: Caller, id: string, { reason, ...body }: z.output<typeof decideBody>) =>
      step(caller, id, 'decide', {
        async change(found, asking, work) {
          const penalty = penaltyOf(found, body, asking);
          requireNotHeavier(penalty, found.proposal);
          const number = await papers.numberOf(work, found, 'decision');
          const decision = decisionOf(penalty, caller.username, number, reason);
          await papers.issue(work, { ...found, decision }, 'decision', undefined, number);
          return { decision };
        },
        also: proposeForCertificates,
      }),

    notPunish: (caller: Caller, id: string, { ground, reason }: z.output<typeof noPenaltyBody>) =>
      step(caller, id, 'not-punish', {
        reason,
        change: () => ({ noPenalty: { ground, at: context.clock(), by: caller.username, reason } }),
        also: async (work, found) => {
          await papers.issue(work, found, 'no-penalty-decision');
        },
      }),

    /** 当场处罚: by the officers themselves, a warning or a small fine. */
    decideOnTheSpot: (caller: Caller, id: string, { reason, ...body }: z.output<typeof decideBody>) =>
      step(caller, id, 'decide-on-the-spot', {
        async change(found, asking, work) {
          const legalForm = found.party?.legalForm ?? 'natural-person';
          const ceiling = figureOn(asking.law, 'summary-fine', asking.today);
          const refusal = whyNotSummary({ legalForm, kinds: body.kinds, fine: body.fine }, ceiling);
          if (refusal) throw InvalidInput.field('/fine', refusal);
          const penalty = penaltyOf(found, body, asking);
          const number = await papers.numberOf(work, found, 'on-the-spot-decision');
          const decision = decisionOf(penalty, caller.username, number, reason);
          const decided: CaseRecord = { ...found, procedure: 'summary', decision };
          await papers.issue(work, decided, 'on-the-spot-decision', undefined, number);
          return { procedure: 'summary', decision };
        },
        also: proposeForCertificates,
      }),

    serve: (caller: Caller, id: string, { on, method, proof }: z.output<typeof servedBody>) =>
      step(caller, id, 'serve', {
        async change(found, { today }, work) {
          const { decision } = found;
          const servedOn = dayWithin(on, today, decision && dayOf(decision.decidedAt));
          const service = { on: servedOn, method, proof };
          if (decision?.fine === undefined) return { service };
          const dueOn = await deadlines.startPayment(work, found, noonOf(servedOn));
          return { service, instalments: [{ amount: decision.fine, dueOn }] };
        },
        also: async (work, found) => {
          await papers.issue(work, found, 'proof-of-service', found.service);
        },
      }),

    /** 补正: what was written wrongly; the decision itself stays. */
    correct: (caller: Caller, id: string, text: string) =>
      step(caller, id, 'correct', {
        reason: text,
        change: ({ corrections }) => ({
          corrections: [...corrections, { at: context.clock(), by: caller.username, text }],
        }),
        also: async (work, found) => {
          await papers.issue(work, found, 'correction');
        },
      }),

    /** 撤销: what was published of it is taken back at once. Source: 行政处罚法 48. */
    withdraw: (caller: Caller, id: string, reason: string) =>
      step(caller, id, 'withdraw', {
        reason,
        change: ({ publication }) =>
          publication && !publication.removedAt
            ? { publication: { ...publication, removedAt: context.clock(), ground: 'annulled' } }
            : {},
      }),
  };
}
