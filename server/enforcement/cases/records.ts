import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findPage, type Page } from '../../database/page.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import { reveal } from '../../privacy/index.ts';
import { type CaseRecord, caseModels, type PartyRecord } from './model.ts';
import type { listCasesQuery } from './schema.ts';
import type { CaseSteps } from './steps.ts';
import type { CaseView } from './view.ts';

/** Cases as they are read: masked, unless somebody says why they must be seen in the clear. */
export function createCaseRecords(context: Context, { steps }: { steps: CaseSteps }) {
  const { Case } = caseModels(context.connection);

  return {
    async listCases(caller: Caller, query: z.infer<typeof listCasesQuery>): Promise<Page<CaseView>> {
      const filter = {
        ...(query.state && { state: query.state }),
        ...(query.procedure && { procedure: query.procedure }),
        ...(query.clue && { 'clue.kind': query.clue }),
        ...(query.producer && { producerId: new Types.ObjectId(query.producer) }),
        ...(query.batch && { batchCode: query.batch }),
        ...(query.officer && { 'officers.username': query.officer }),
        ...(query.number && { number: query.number }),
        ...(query.resource && { 'clue.sources.resource': query.resource }),
        ...(query.record && { 'clue.sources.id': query.record }),
      };
      const page = await findPage(Case, filter, { ...query, order: 'descending' }, within(caller, 'cases:read'));
      return { items: await steps.shown(page.items as CaseRecord[], caller), nextCursor: page.nextCursor };
    },

    getCase: (caller: Caller, id: string): Promise<CaseView> => steps.view(caller, id),

    /** The party in the clear; who asked and why is in the audit log. @throws NotFound, Conflict before it is named */
    async revealParty(caller: Caller, id: string, reason: string): Promise<PartyRecord> {
      const how = { actor: actorOf(caller), reason };
      const found = await reveal(context, how, Case, id, within(caller, 'cases:reveal'));
      if (!found) throw new NotFound('There is no such case');
      const { party } = found as CaseRecord;
      if (!party?.kind) throw new Conflict('The party is not named yet');
      return { ...party };
    },
  };
}
