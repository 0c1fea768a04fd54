import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { findPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Caller } from '../identity/index.ts';
import { within } from '../identity/rights/within.ts';
import { createConsequences } from './consequences.ts';
import rapidData from './data/rapid-methods.json' with { type: 'json' };
import type { BatchFacts, TestingDependencies } from './dependencies.ts';
import { type RapidTestRecord, testingModels } from './model.ts';
import type { ReachingBack } from './nonconformities/reaching-back.ts';
import { isPositive, rapidKey } from './rules/rapid.ts';
import type { listRapidTestsQuery } from './schema.ts';
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
  at: Date;
  receivedAt: Date;
}

/** A market tests what is brought to it, from wherever it comes. */
const fromDevices = unscoped('a device stores what it measured, whosever batch it is');

export function createRapidTests(
  context: Context,
  deps: TestingDependencies & {
    batchOfSample(number: string): Promise<string | null>;
    /** Answers why it was refused, or `null`. */
    storeInstrumentResult(result: RapidResult): Promise<string | null>;
    reachBack: ReachingBack['ofRapidTest'];
  },
) {
  const { RapidTest } = testingModels(context.connection);
  const consequences = createConsequences(deps);

  const findBatch = async (sample: string): Promise<BatchFacts | null> => {
    const named = await deps.traceability.findBatch(sample);
    if (named) return named;
    const code = await deps.batchOfSample(sample);
    return code === null ? null : deps.traceability.findBatch(code);
  };

  /** Stores one result, with its consequences. Answers why it was refused, or `null`. */
  const store = async (result: RapidResult): Promise<string | null> => {
    const key = rapidKey(result);
    const stored = await RapidTest.findOne({ key }, null, fromDevices).lean<RapidTestRecord>();
    if (stored) return contradiction(stored, result);
    const batch = await findBatch(result.sample);
    if (!batch) return `there is no batch and no sample ${result.sample}`;
    const calibration = await deps.calibrations.standingOf(result.device, result.at);
    const test = { ...record(key, result, batch), calibration };
    // Before it is stored: should this fail, the device sends the result again.
    await deps.calibrations.warnOfLapse(result.device, calibration);
    try {
      await inTransaction(context, { kind: 'device', id: result.device, name: result.device }, async (work) => {
        await RapidTest.create([test], { session: work.session, ...fromDevices });
        await deps.reachBack(work, test);
        if (test.positive) await consequences.ofPositiveRapidTest(work, test, context.clock());
      });
      return null;
    } catch (error) {
      // The same result came twice at once, and the other was stored first.
      const first = await RapidTest.findOne({ key }, null, fromDevices).lean<RapidTestRecord>();
      if ((error as { code?: number }).code === 11000 && first) return contradiction(first, result);
      throw error;
    }
  };

  return {
    /** A laboratory's instrument measures samples for an analyst, every other device tests rapidly. Each result is stored, or refused with its reason; a repeat of a stored one is neither refused nor stored again. */
    async storeDeviceResults(
      results: readonly RapidResult[],
    ): Promise<{ refused: { index: number; reason: string }[] }> {
      const refused: { index: number; reason: string }[] = [];
      for (const [index, result] of results.entries()) {
        const isOfLaboratory = (await deps.deviceKind(result.device)) === 'instrument';
        const reason = await (isOfLaboratory ? deps.storeInstrumentResult(result) : store(result));
        if (reason !== null) refused.push({ index, reason });
      }
      return { refused };
    },

    async listRapidTests(caller: Caller, query: z.infer<typeof listRapidTestsQuery>): Promise<Page<RapidTestView>> {
      const filter = {
        ...(query.batch && { batchCode: query.batch }),
        ...(query.device && { device: query.device }),
      };
      const page = await findPage(
        RapidTest,
        filter,
        { ...query, order: 'descending' },
        within(caller, 'rapid-tests:read'),
      );
      return {
        items: page.items.map((test) => rapidTestView(test as RapidTestRecord)),
        nextCursor: page.nextCursor,
      };
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
      return found.map(rapidTestView);
    },
  };
}

function record(key: string, result: RapidResult, batch: BatchFacts): RapidTestRecord {
  return {
    _id: new Types.ObjectId(),
    key,
    ...result,
    batchCode: batch.code,
    producerId: new Types.ObjectId(batch.producerId),
    divisionCode: batch.divisionCode,
    positive: isPositive(result, rapidData.methods),
  };
}

/** One device cannot measure two values of one analyte in one sample at one moment. */
function contradiction(stored: RapidTestRecord, { value, unit }: RapidResult): string | null {
  if (stored.value === value && stored.unit === unit) return null;
  return `another value (${stored.value} ${stored.unit}) is stored for this sample, analyte and time`;
}
