import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Actor } from '../../database/change-log/actor.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { unscoped } from '../../database/guard.ts';
import { cursorAfter, findPage, type Page } from '../../database/page.ts';
import { inTransaction } from '../../database/transaction.ts';
import { Conflict, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import { createConsequences } from '../consequences.ts';
import rapidData from '../data/rapid-methods.json' with { type: 'json' };
import type { BatchFacts, TestingDependencies } from '../dependencies.ts';
import { type SampleRecord, testingModels } from '../model.ts';
import type { ReachingBack } from '../nonconformities/reaching-back.ts';
import { isPositive, rapidKey } from '../rules/rapid.ts';
import { asksForConfirmation, createConfirming } from './confirming.ts';
import type { RapidTestRecord } from './model.ts';
import type { createRapidTestBody, listRapidTestsQuery } from './schema.ts';
import { type RapidTestView, rapidTestView } from './view.ts';

/** A test device's result as it comes from the broker. */
export interface RapidResult {
  device: string;
  /** A batch code or a sample number. */
  sample: string;
  analyte: string;
  value: string;
  unit: string;
  method?: string;
  /** Why it says nothing. */
  invalid?: string;
  at: Date;
  receivedAt: Date;
}

/** A result of a device, or one that somebody entered by hand. */
type Told = Omit<RapidResult, 'device'> & Pick<RapidTestRecord, 'device' | 'enteredBy'>;
type Tested = { batch: BatchFacts } & Pick<RapidTestRecord, 'planKind'>;

/** A market tests what is brought to it, from wherever it comes. */
const whoeverTested = unscoped(
  'what was measured is stored, whosever batch it is; who may enter it by hand is asked before',
);

export function createRapidTests(
  context: Context,
  deps: TestingDependencies & {
    sampleOfNumber(number: string): Promise<Pick<SampleRecord, 'batchCode' | 'planKind'> | null>;
    /** Answers why it was refused, or `null`. */
    storeInstrumentResult(result: RapidResult): Promise<string | null>;
    reachBack: ReachingBack['ofRapidTest'];
  },
) {
  const { RapidTest } = testingModels(context.connection);
  const consequences = createConsequences(deps);
  const { viewsOf } = createConfirming(context, deps);
  const viewOf = async (test: RapidTestRecord) => (await viewsOf([test]))[0] as RapidTestView;

  /** What a batch code or a sample number names. */
  const findTested = async (code: string): Promise<Tested | null> => {
    const named = await deps.traceability.findBatch(code);
    if (named) return { batch: named };
    const sample = await deps.sampleOfNumber(code);
    const batch = sample && (await deps.traceability.findBatch(sample.batchCode));
    return batch && { batch, planKind: sample.planKind };
  };

  const storedAs = (key: string) => RapidTest.findOne({ key }, null, whoeverTested).lean<RapidTestRecord>();

  /** Stores one result with its consequences, once, and answers what is stored of it: of two at the same time the first. */
  const store = async (actor: Actor, key: string, told: Told, tested: Tested): Promise<RapidTestRecord> => {
    const { device, at } = told;
    const calibration = device === undefined ? undefined : await deps.calibrations.standingOf(device, at);
    const test = { ...record(key, told, tested), ...(calibration && { calibration }) };
    // Before it is stored: should this fail, the device sends the result again.
    if (device !== undefined && calibration) await deps.calibrations.warnOfLapse(device, calibration);
    try {
      await inTransaction(context, actor, async (work) => {
        await RapidTest.create([test], { session: work.session, ...whoeverTested });
        // What says nothing cannot be in doubt.
        if (test.invalid === undefined) await deps.reachBack(work, test);
        if (test.positive) await consequences.ofPositiveRapidTest(work, test, context.clock());
      });
      return test;
    } catch (error) {
      const first = isDuplicateKey(error) && (await storedAs(key));
      if (first) return first;
      throw error;
    }
  };

  /** Answers why a device's result was refused, or `null`. */
  const storeOfDevice = async (result: RapidResult): Promise<string | null> => {
    const key = rapidKey(result);
    const stored = await storedAs(key);
    if (stored) return contradiction(stored, result);
    const tested = await findTested(result.sample);
    if (!tested) return `there is no batch and no sample ${result.sample}`;
    const actor = { kind: 'device', id: result.device, name: result.device } as const;
    return contradiction(await store(actor, key, result, tested), result);
  };

  return {
    /** A laboratory's instrument measures samples for an analyst, every other device tests rapidly. Each result is stored, or refused with its reason; a repeat of a stored one is neither refused nor stored again. */
    async storeDeviceResults(
      results: readonly RapidResult[],
    ): Promise<{ refused: { index: number; reason: string }[] }> {
      const refused: { index: number; reason: string }[] = [];
      for (const [index, result] of results.entries()) {
        const isOfLaboratory = (await deps.deviceKind(result.device)) === 'instrument';
        const reason = await (isOfLaboratory ? deps.storeInstrumentResult(result) : storeOfDevice(result));
        if (reason !== null) refused.push({ index, reason });
      }
      return { refused };
    },

    /**
     * By hand: whoever enters it answers for it. The same one again is answered as it stands.
     * @throws Conflict when it contradicts what is stored
     */
    async enterRapidTest(caller: Caller, body: z.output<typeof createRapidTestBody>): Promise<RapidTestView> {
      const now = context.clock();
      const { at: measured, device, ...said } = body;
      const at = measured === undefined ? now : new Date(measured);
      if (at > now) throw InvalidInput.field('/at', 'must not lie in the future');
      if (device !== undefined && (await deps.deviceKind(device)) !== 'rapid-tester')
        throw InvalidInput.field('/device', 'is not the id of a known rapid tester');
      const tested = await findTested(said.sample);
      if (!tested || !mayDo(caller, 'rapid-tests:create', tested.batch))
        throw InvalidInput.field('/sample', 'is not the code of a known batch or the number of a known sample');
      const told = {
        ...said,
        ...(device !== undefined && { device }),
        enteredBy: caller.username,
        at,
        receivedAt: now,
      };
      const key = rapidKey({ ...told, device: device ?? `user:${caller.username}` });
      const stored = (await storedAs(key)) ?? (await store(actorOf(caller), key, told, tested));
      const contradicts = contradiction(stored, told);
      if (contradicts) throw new Conflict({ zh: `该样品、项目和时间已有结果：${saidBy(stored)}`, en: contradicts });
      return viewOf(stored);
    },

    async getRapidTest(caller: Caller, id: string): Promise<RapidTestView> {
      const found = await RapidTest.findById(id, null, within(caller, 'rapid-tests:read')).lean<RapidTestRecord>();
      if (!found) throw new NotFound('There is no such rapid test');
      return viewOf(found);
    },

    async listRapidTests(
      caller: Caller,
      { batch, device, confirmation, limit, cursor }: z.infer<typeof listRapidTestsQuery>,
    ): Promise<Page<RapidTestView>> {
      const filter = {
        ...(batch && { batchCode: batch }),
        ...(device && { device }),
        ...(confirmation && asksForConfirmation),
      };
      const pageAfter = async (from: string | undefined) => {
        const request = { limit, cursor: from, order: 'descending' } as const;
        const { items, nextCursor } = await findPage(RapidTest, filter, request, within(caller, 'rapid-tests:read'));
        return { items: await viewsOf(items as RapidTestRecord[]), nextCursor };
      };
      if (confirmation === undefined) return pageAfter(cursor);
      const meant: RapidTestView[] = [];
      let page = await pageAfter(cursor);
      for (;;) {
        meant.push(...page.items.filter((test) => test.confirmation === confirmation));
        if (meant.length > limit) break;
        if (page.nextCursor === null) return { items: meant, nextCursor: null };
        page = await pageAfter(page.nextCursor);
      }
      const items = meant.slice(0, limit);
      return { items, nextCursor: cursorAfter(items.at(-1)?.id) };
    },

    /** For the trace, which answers for who may see them. */
    async rapidTestsOfBatches(codes: string[]): Promise<RapidTestView[]> {
      const found = await RapidTest.find(
        { batchCode: { $in: codes } },
        null,
        unscoped('the trace answers for who may see them'),
      )
        .sort({ _id: 1 })
        .lean<RapidTestRecord[]>();
      return found.map((test) => rapidTestView(test));
    },
  };
}

function record(key: string, told: Told, { batch, planKind }: Tested): RapidTestRecord {
  return {
    _id: new Types.ObjectId(),
    key,
    ...told,
    ...(planKind && { planKind }),
    batchCode: batch.code,
    producerId: new Types.ObjectId(batch.producerId),
    divisionCode: batch.divisionCode,
    positive: isPositive(told, rapidData.methods),
  };
}

/** Nobody measures two values of one analyte in one sample at one moment. */
function contradiction(stored: RapidTestRecord, told: Pick<Told, 'value' | 'unit' | 'invalid'>): string | null {
  const isSame = stored.value === told.value && stored.unit === told.unit && stored.invalid === told.invalid;
  if (isSame) return null;
  return `another value (${saidBy(stored)}) is stored for this sample, analyte and time`;
}

function saidBy({ value, unit, invalid }: RapidTestRecord): string {
  return `${value} ${unit}${invalid === undefined ? '' : `, ${invalid}`}`;
}
