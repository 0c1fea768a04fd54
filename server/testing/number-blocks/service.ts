import { type ClientSession, Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { type Scoped, unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { createRecord, inTransaction, type Work } from '../../database/transaction.ts';
import { Conflict, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import type { SampleRecord } from '../model.ts';
import { numberRun } from '../rules/number-run.ts';
import { sampleNumber } from '../rules/sample-number.ts';
import { keyOf, type NumberBlockRecord, type NumberKind, numberBlockModels } from './model.ts';
import type { handOutNumbersBody, listNumberBlocksQuery } from './schema.ts';
import { mayReturn, type NumberBlockView, numberBlockView } from './view.ts';

const theirOwn = unscoped('whoever holds numbers may see and return them, whichever division handed them out');
const whoeverHoldsIt = unscoped('a number is held to its holder, whoever draws the sample');

/** 领用号段: numbers of seals and samples, handed to a person before they leave; each is one person's at a time, and used once. */
export function createNumberBlocks(context: Context, random: (count: number) => Uint8Array) {
  const { NumberBlock } = numberBlockModels(context.connection);

  const load = async (caller: Caller, id: string, session?: ClientSession): Promise<NumberBlockRecord> => {
    const find = (filter: object, scoped: Scoped) =>
      NumberBlock.findOne({ _id: id, ...filter }, null, scoped)
        .session(session ?? null)
        .lean<NumberBlockRecord>();
    const found =
      (await find({ holder: caller.username }, theirOwn)) ?? (await find({}, within(caller, 'number-blocks:read')));
    if (!found) throw new NotFound('There is no such block of numbers');
    return found;
  };

  const numbersFor = (body: z.infer<typeof handOutNumbersBody>): string[] => {
    if (body.kind === 'sample') return drawNumbers(body.count, () => sampleNumber(context.clock(), random(6)));
    const run = numberRun(body.first, body.count);
    if (run) return run;
    throw InvalidInput.field('/first', 'must end in as many digits as the last number needs, such as F-0101');
  };

  return {
    /**
     * Marks the numbers of a sample as used, in its transaction; a number that was never handed out is free.
     * @throws Conflict where somebody else has the number, or another sample
     */
    async useNumbers(work: Work, { username }: Caller, sample: SampleRecord): Promise<void> {
      for (const { kind, number, pointer } of numbersOf(sample)) {
        const held = keyOf(kind, number);
        const block = await NumberBlock.findOne({ held }, null, whoeverHoldsIt)
          .session(work.session)
          .lean<NumberBlockRecord>();
        if (!block) continue;
        if (block.holder !== username)
          throw new Conflict('The number was handed to somebody else', [{ pointer, message: 'is not yours' }]);
        const { matchedCount } = await NumberBlock.updateOne(
          { _id: block._id, 'used.number': { $ne: number } },
          { $push: { used: { number, sampleNumber: sample.number, at: context.clock() } } },
          { session: work.session, ...whoeverHoldsIt },
        );
        if (matchedCount === 0)
          throw new Conflict('The number is on another sample already', [{ pointer, message: 'is taken' }]);
      }
    },

    published: {
      /** @throws Conflict where some of the numbers are out already */
      async handOutNumbers(caller: Caller, body: z.infer<typeof handOutNumbersBody>): Promise<NumberBlockView> {
        const { kind, holder, divisionCode = caller.divisionCode } = body;
        requireRight(caller, 'number-blocks:create', { divisionCode });
        const numbers = numbersFor(body);
        const facts = {
          ...{ kind, holder, divisionCode, numbers, used: [] },
          held: numbers.map((number) => keyOf(kind, number)),
          handedOutBy: caller.username,
          handedOutAt: context.clock(),
        };
        const scoped = within(caller, 'number-blocks:create');
        try {
          return numberBlockView(await createRecord(context, actorOf(caller), NumberBlock, facts, scoped), caller);
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
          throw new Conflict('Some of these numbers are handed out already', [
            { pointer: '/first', message: 'begins a run of which some are handed out' },
          ]);
        }
      },

      async listNumberBlocks(
        caller: Caller,
        { holder, kind, unreturned, ...page }: z.infer<typeof listNumberBlocksQuery>,
      ): Promise<Page<NumberBlockView>> {
        const filter = {
          ...(holder && { holder }),
          ...(kind && { kind }),
          ...(unreturned && { returned: { $exists: false } }),
        };
        const scoped = holder === caller.username ? theirOwn : within(caller, 'number-blocks:read');
        const found = await findPage(NumberBlock, filter, { ...page, order: 'descending' }, scoped);
        return {
          items: found.items.map((each) => numberBlockView(each as NumberBlockRecord, caller)),
          nextCursor: found.nextCursor,
        };
      },

      getNumberBlock: async (caller: Caller, id: string) => numberBlockView(await load(caller, id), caller),

      /** 退回: what is not used goes back, and seals of it may be handed out again. */
      async returnNumbers(caller: Caller, id: string): Promise<NumberBlockView> {
        return inTransaction(context, actorOf(caller), async ({ session }) => {
          const block = await load(caller, id, session);
          if (!mayReturn(block, caller)) throw new Conflict('The numbers are not yours');
          if (block.returned) throw new IllegalTransition('The numbers are returned already');
          const used = new Set(block.used.map(({ number }) => number));
          const kept = block.numbers.filter((number) => used.has(number)).map((number) => keyOf(block.kind, number));
          const returned = {
            numbers: block.numbers.filter((number) => !used.has(number)),
            by: caller.username,
            at: context.clock(),
          };
          await NumberBlock.updateOne(
            { _id: new Types.ObjectId(id) },
            kept.length > 0 ? { $set: { returned, held: kept } } : { $set: { returned }, $unset: { held: true } },
            { session, ...(block.holder === caller.username ? theirOwn : within(caller, 'number-blocks:return')) },
          );
          return numberBlockView({ ...block, returned }, caller);
        });
      },
    },
  };
}

function numbersOf({ number, sealNumber, retained }: SampleRecord) {
  const of = (kind: NumberKind, given: string | undefined, pointer: string) =>
    given === undefined ? [] : [{ kind, number: given, pointer }];
  return [
    ...of('sample', number, '/number'),
    ...of('seal', sealNumber, '/sealNumber'),
    ...of('seal', retained?.sealNumber, '/retained/sealNumber'),
  ];
}

function drawNumbers(count: number, draw: () => string): string[] {
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(draw());
  return [...drawn];
}

export type NumberBlocks = ReturnType<typeof createNumberBlocks>;
