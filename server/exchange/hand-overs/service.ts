import { setTimeout as wait } from 'node:timers/promises';
import { Types } from 'mongoose';
import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { inTransaction } from '../../database/transaction.ts';
import { Conflict, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import { type StandingBy, standBy } from '../../jobs/standing-by.ts';
import type { Registers } from '../registers/service.ts';
import { type HandOverVerb, handOverTransition, whyRefused } from './lifecycle.ts';
import { type HandOverRecord, handOverModels } from './model.ts';
import { type Made, makePackage } from './package.ts';
import type { acceptBody, listHandOversQuery, makeHandOverBody, rejectBody } from './schema.ts';
import { handOverView } from './view.ts';

const everyMs = 600_000;
/** A document of MongoDB holds 16 MiB. */
const mostBytes = 15 * 1024 * 1024;
const byTheClock = unscoped('the clock looks whether tonight’s package is made');

interface Deps {
  registers: Pick<Registers, 'records'>;
  cityCode: string;
  isDivision(code: string): boolean;
}

/** 数据交换: what the city hands over to the platform above each night, with its receipts. */
export function createHandOvers(context: Context, { registers, cityCode, isDivision }: Deps) {
  const { HandOver, HandOverPackage } = handOverModels(context.connection);
  let standing: StandingBy | undefined;

  const read = async (caller: Caller, id: string): Promise<HandOverRecord> => {
    const found = await HandOver.findById(id, null, within(caller, 'hand-overs:read')).lean<HandOverRecord>();
    if (!found) throw new NotFound('There is no such hand-over');
    return found;
  };

  const factsOf = ({ content: _, ...made }: Made, caller: Caller) => ({
    ...made,
    state: 'ready' as const,
    madeAt: context.clock(),
    madeBy: caller.username,
  });

  const packed = async (caller: Caller, division: string, day: string): Promise<Made> => {
    const made = await makePackage(registers, caller, { division, day });
    if (made.size > mostBytes) throw new Conflict('The package is larger than one document may be');
    return made;
  };

  const make = async (caller: Caller, division: string, scoped: ReturnType<typeof within>): Promise<HandOverRecord> => {
    const day = dayOf(context.clock());
    const made = await packed(caller, division, day);
    const _id = new Types.ObjectId();
    const fields = { _id, divisionCode: division, day, attempt: 1, receipts: [], version: 0, ...factsOf(made, caller) };
    try {
      return await inTransaction(context, actorOf(caller), async ({ session }) => {
        const [created] = await HandOver.create([fields], { session, ...scoped });
        await HandOverPackage.create([{ _id, content: made.content }], { session });
        if (!created) throw new Error('the hand-over was not created');
        return created.toObject<HandOverRecord>();
      });
    } catch (error) {
      if (isDuplicateKey(error)) throw new Conflict('The package of this division and day is made already: resend it');
      throw error;
    }
  };

  const readFor = async (caller: Caller, id: string, verb: HandOverVerb): Promise<HandOverRecord> => {
    const found = await read(caller, id);
    requireRight(caller, handOverTransition(verb).permission, found);
    const refusal = whyRefused(found.state, verb);
    if (refusal) throw new IllegalTransition(refusal);
    return found;
  };

  const change = async (
    caller: Caller,
    found: HandOverRecord,
    verb: HandOverVerb,
    update: object,
    content?: Buffer,
  ) => {
    const changed = await inTransaction(context, actorOf(caller), async ({ session }) => {
      const after = await HandOver.findOneAndUpdate(
        { _id: found._id, version: found.version },
        { ...update, $inc: { version: 1 } },
        { session, returnDocument: 'after', ...within(caller, handOverTransition(verb).permission) },
      ).lean<HandOverRecord>();
      if (!after) throw new Conflict('Somebody else changed this hand-over at the same time: read it again');
      if (content) await HandOverPackage.updateOne({ _id: found._id }, { $set: { content } }, { session });
      return after;
    });
    return handOverView(changed, caller);
  };

  const receipt = async (
    caller: Caller,
    id: string,
    verb: 'accept' | 'reject',
    body: z.output<typeof acceptBody> | z.output<typeof rejectBody>,
  ) => {
    const found = await readFor(caller, id, verb);
    if (body.attempt !== found.attempt) throw InvalidInput.field('/attempt', 'is not the attempt that was made last');
    const { to } = handOverTransition(verb);
    const entry = { ...body, outcome: to, by: caller.username, at: context.clock() };
    return change(caller, found, verb, { $set: { state: to }, $push: { receipts: entry } });
  };

  /** Makes the city's package of the day where there is none. */
  const makeTonight = async (): Promise<void> => {
    const day = dayOf(context.clock());
    if (await HandOver.exists({ divisionCode: cityCode, day }).setOptions(byTheClock)) return;
    await make(nightly(cityCode), cityCode, byTheClock);
  };

  return {
    makeTonight,

    async makeHandOver(caller: Caller, { division = caller.divisionCode }: z.output<typeof makeHandOverBody>) {
      if (!isDivision(division)) throw InvalidInput.field('/division', 'is not a known division');
      requireRight(caller, 'hand-overs:create', { divisionCode: division });
      return handOverView(await make(caller, division, within(caller, 'hand-overs:create')), caller);
    },

    async listHandOvers(
      caller: Caller,
      query: z.output<typeof listHandOversQuery>,
    ): Promise<Page<ReturnType<typeof handOverView>>> {
      const filter = query.state ? { state: query.state } : {};
      const scoped = within(caller, 'hand-overs:read');
      const page = await findPage(HandOver, filter, { ...query, order: 'descending' }, scoped);
      return {
        items: (page.items as HandOverRecord[]).map((found) => handOverView(found, caller)),
        nextCursor: page.nextCursor,
      };
    },

    getHandOver: async (caller: Caller, id: string) => handOverView(await read(caller, id), caller),

    async packageOf(caller: Caller, id: string): Promise<{ name: string; content: Buffer }> {
      const { _id, divisionCode, day, attempt } = await read(caller, id);
      const found = await HandOverPackage.findById(_id);
      if (!found) throw new NotFound('There is no such hand-over');
      return { name: `${divisionCode}-${day}-${attempt}.zip`, content: found.content };
    },

    accept: (caller: Caller, id: string, body: z.output<typeof acceptBody>) => receipt(caller, id, 'accept', body),
    reject: (caller: Caller, id: string, body: z.output<typeof rejectBody>) => receipt(caller, id, 'reject', body),

    /** Made anew from the records as they are by now, for the same day. */
    async resend(caller: Caller, id: string) {
      const found = await readFor(caller, id, 'resend');
      const made = await packed(caller, found.divisionCode, found.day);
      const $set = { ...factsOf(made, caller), attempt: found.attempt + 1 };
      return change(caller, found, 'resend', { $set }, made.content);
    },

    start(): void {
      standing = standBy(
        context,
        {
          name: 'hand-overs',
          afterFailureMs: everyMs,
          failed: (error) => context.log.error({ err: error }, 'tonight’s package was not made; tried again soon'),
        },
        async (ending) => {
          while (!ending.aborted) {
            await wait(everyMs, undefined, { signal: ending }).catch(() => undefined);
            if (!ending.aborted) await makeTonight();
          }
        },
      );
    },

    stop: async (): Promise<void> => standing?.stop(),
  };
}

export type HandOvers = ReturnType<typeof createHandOvers>;

/** The platform itself, with no more than the rights of an auditor of the city. */
function nightly(divisionCode: string): Caller {
  return { userId: '0'.repeat(24), username: 'hand-over', roles: ['auditor'], divisionCode };
}
