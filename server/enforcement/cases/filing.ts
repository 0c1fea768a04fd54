import { Types } from 'mongoose';
import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction } from '../../database/transaction.ts';
import { InvalidInput } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import type { Papers } from '../documents/papers.ts';
import { requireKnownActs } from '../law/service.ts';
import type { OfficerRegister } from '../officers/service.ts';
import type { Clues } from './clues.ts';
import { dayWithin } from './days.ts';
import { caseModels, type FindingRecord } from './model.ts';
import type {
  createCaseBody,
  fileBody,
  findingBody,
  partyBody,
  recuseBody,
  transferBody,
  verifyBody,
} from './schema.ts';
import type { CaseSteps } from './steps.ts';

const asStepped = unscoped('the step before it was taken within the scope of the case');

/** From the clue to the filed case, and what ends it before. */
export function createFiling(
  context: Context,
  deps: {
    steps: CaseSteps;
    open: Clues['open'];
    papers: Papers;
    officers: OfficerRegister;
    hasDivision(code: string): boolean;
    findProducer(caller: Caller, id: string): Promise<{ name: string } | null>;
  },
) {
  const { Case } = caseModels(context.connection);
  const { step, view, take } = deps.steps;

  return {
    async createCase(caller: Caller, body: z.output<typeof createCaseBody>) {
      const { divisionCode, kind, text, foundOn, reference, suspect, producerId, batchCode } = body;
      if (!deps.hasDivision(divisionCode)) throw InvalidInput.field('/divisionCode', 'is not a known division');
      if (producerId !== undefined && !(await deps.findProducer(caller, producerId)))
        throw InvalidInput.field('/producerId', 'is not a known producer');
      const today = dayOf(context.clock());
      const clue = {
        kind,
        text,
        foundOn: dayWithin(foundOn, today, '', '/foundOn'),
        sources: [],
        ...(reference && { reference }),
      };
      const fields = {
        ...{ divisionCode, clue, suspect },
        ...(producerId !== undefined && { producerId: new Types.ObjectId(producerId) }),
        ...(batchCode !== undefined && { batchCode }),
      };
      const scoped = within(caller, 'cases:create');
      const id = await inTransaction(context, actorOf(caller), (work) =>
        deps.open(work, caller.username, fields, scoped),
      );
      return view(caller, id);
    },

    async nameParty(caller: Caller, id: string, party: z.output<typeof partyBody>) {
      await inTransaction(context, actorOf(caller), async (work) => {
        await take(work, caller, id, 'name-party', {});
        const found = await Case.findById(id, null, asStepped).session(work.session);
        if (!found) return;
        for (const field of ['representative', 'idNumber', 'phone', 'address', 'creditCode'] as const)
          found.set(`party.${field}`, party[field]);
        for (const field of ['kind', 'legalForm', 'name'] as const) found.set(`party.${field}`, party[field]);
        await found.save({ session: work.session, ...asStepped } as object);
      });
      return view(caller, id);
    },

    verify: (caller: Caller, id: string, { officers, ...finding }: z.output<typeof verifyBody>) =>
      step(caller, id, 'verify', {
        change: async (found, { today }, work) => ({
          officers: await deps.officers.certified(work, officers, found),
          finding: findingOf(finding, today),
        }),
      }),

    file: (caller: Caller, id: string, { reason }: z.output<typeof fileBody>) =>
      step(caller, id, 'file', {
        ...(reason !== undefined && { reason }),
        change: async (found, _asking, work) => {
          await deps.officers.certified(
            work,
            found.officers.map(({ username }) => username),
            found,
          );
          return { filedAt: context.clock() };
        },
        also: async (work, found) => {
          await deps.papers.issue(work, found, 'filing-approval');
        },
      }),

    drop: (caller: Caller, id: string, reason: string) => step(caller, id, 'drop', { reason }),

    recuse: (caller: Caller, id: string, { username, replacement, reason }: z.output<typeof recuseBody>) =>
      step(caller, id, 'recuse', {
        reason,
        async change(found, _asking, work) {
          if (!found.officers.some((officer) => officer.username === username))
            throw InvalidInput.field('/username', "is not one of the case's officers");
          const names = found.officers.map((officer) =>
            officer.username === username ? replacement : officer.username,
          );
          if (replacement === caller.username)
            throw InvalidInput.field('/replacement', 'whoever decides on the replacement is not the replacement');
          return { officers: await deps.officers.certified(work, names, found) };
        },
      }),

    clearOfCrime: (caller: Caller, id: string, reason: string) =>
      step(caller, id, 'clear-of-crime', {
        reason,
        change: () => ({ crimeCleared: { by: caller.username, at: context.clock(), reason } }),
      }),

    transfer: (caller: Caller, id: string, { to, authority, reason }: z.output<typeof transferBody>) =>
      step(caller, id, 'transfer', {
        reason,
        change: () => ({ transfer: { to, authority, at: context.clock() } }),
        also: async (work, found) => {
          await deps.papers.issue(work, found, 'transfer-letter');
        },
      }),

    takeBack: (caller: Caller, id: string, reason: string) =>
      step(caller, id, 'take-back', {
        reason,
        change: ({ transfer }) => ({
          ...(transfer && { transfer: { ...transfer, returnedAt: context.clock() } }),
        }),
      }),
  };
}

/** @throws InvalidInput */
export function findingOf(body: z.output<typeof findingBody>, today: string): FindingRecord {
  requireKnownActs(body.acts);
  dayWithin(body.actOn, today, '', '/actOn');
  if (body.orderUnheeded && !body.orderNote)
    throw InvalidInput.field('/orderNote', 'must say which order to correct was not heeded');
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined),
  ) as unknown as FindingRecord;
}
