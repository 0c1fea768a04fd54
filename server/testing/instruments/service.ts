import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { isDuplicateKey } from '../../database/duplicate-key.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { Conflict, Forbidden, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import type { TestingDependencies } from '../dependencies.ts';
import { type SampleRecord, testingModels } from '../model.ts';
import type { RapidResult } from '../rapid-tests/service.ts';
import { resultValue } from '../result-schema.ts';
import type { ResultEntry } from '../results.ts';
import { rapidKey } from '../rules/rapid.ts';
import { type InstrumentResultRecord, instrumentModels } from './model.ts';
import type { acceptBody, instrumentResultSchema, listInstrumentResultsQuery } from './schema.ts';

export type InstrumentResultView = z.infer<typeof instrumentResultSchema>;

const fromInstruments = unscoped('an instrument stores what it measured, whosever sample it is');

/** Results that instruments send over MQTT: kept as they came, until an analyst answers for them. */
export function createInstruments(
  context: Context,
  { calibrations }: Pick<TestingDependencies, 'calibrations'>,
  { enterResult, prepare }: ResultEntry,
) {
  const { InstrumentResult } = instrumentModels(context.connection);
  const { Sample } = testingModels(context.connection);

  const read = async (caller: Caller, id: string): Promise<InstrumentResultRecord> => {
    const scoped = within(caller, 'instrument-results:read');
    const found = await InstrumentResult.findById(id, null, scoped).lean<InstrumentResultRecord>();
    if (!found) throw new NotFound('There is no such result of an instrument');
    return found;
  };

  const decide = async (
    { session }: Work,
    caller: Caller,
    result: InstrumentResultRecord,
    state: 'accepted' | 'discarded',
    reason?: string,
  ): Promise<void> => {
    const decided = { state, decidedBy: caller.username, decidedAt: context.clock(), ...(reason && { reason }) };
    const { matchedCount } = await InstrumentResult.updateOne(
      { _id: result._id, state: 'waiting' },
      { $set: decided },
      { session, ...within(caller, 'instrument-results:decide') },
    );
    if (matchedCount > 0) return;
    if (result.state !== 'waiting') throw new Conflict('The result was accepted or discarded already');
    throw new Forbidden('The sample belongs to another laboratory');
  };

  return {
    /** Answers why it was refused, or `null`; a repeat of a stored one is neither refused nor stored again. */
    async storeInstrumentResult({ sample: number, invalid, ...result }: RapidResult): Promise<string | null> {
      if (invalid !== undefined) return `the instrument says that the result is not valid: ${invalid}`;
      const sample = await Sample.findOne({ number }, null, fromInstruments).lean<SampleRecord>();
      if (!sample) return `there is no sample ${number}`;
      const { success, data } = resultValue.safeParse(result.value);
      if (!success) return `${result.value} is no result: a number, or < and a number`;
      const value = String(data);
      const key = rapidKey({ ...result, sample: number });
      const stored = await InstrumentResult.findOne({ key }, null, fromInstruments).lean<InstrumentResultRecord>();
      if (stored)
        return stored.value === value && stored.unit === result.unit
          ? null
          : `another value (${stored.value} ${stored.unit}) is stored for this sample, analyte and time`;
      const { _id: sampleId, divisionCode, laboratory } = sample;
      const calibration = await calibrations.standingOf(result.device, result.at);
      // Before it is stored: should this fail, the instrument sends the result again.
      await calibrations.warnOfLapse(result.device, calibration);
      const record = {
        ...result,
        value,
        calibration,
        key,
        sampleId,
        sampleNumber: number,
        divisionCode,
        ...(laboratory !== undefined && { laboratory }),
        state: 'waiting' as const,
      };
      try {
        await inTransaction(context, { kind: 'device', id: result.device, name: result.device }, ({ session }) =>
          InstrumentResult.create([record], { session, ...fromInstruments }),
        );
      } catch (error) {
        // The same result came twice at once, and the other was stored first.
        if (!isDuplicateKey(error)) throw error;
      }
      return null;
    },

    published: {
      async listInstrumentResults(
        caller: Caller,
        query: z.infer<typeof listInstrumentResultsQuery>,
      ): Promise<Page<InstrumentResultView>> {
        const filter = {
          ...(query.sample && { sampleId: new Types.ObjectId(query.sample) }),
          ...(query.state && { state: query.state }),
        };
        const scoped = within(caller, 'instrument-results:read');
        const page = await findPage(InstrumentResult, filter, { ...query, order: 'descending' }, scoped);
        return {
          items: page.items.map((each) => instrumentResultView(each as InstrumentResultRecord)),
          nextCursor: page.nextCursor,
        };
      },

      /** The analyst answers for it: it becomes a result of the sample, judged at once, in the same transaction. */
      async acceptInstrumentResult(
        caller: Caller,
        id: string,
        body: z.infer<typeof acceptBody>,
      ): Promise<InstrumentResultView> {
        const law = await prepare();
        await inTransaction(context, actorOf(caller), async (work) => {
          const result = await read(caller, id);
          const { device, analyte, value, unit, method, sampleId, calibration, at } = result;
          await decide(work, caller, result, 'accepted');
          const told = { analyte, value, unit, ...(method && { method }), ...body, instrument: device };
          await enterResult(work, law, caller, sampleId.toHexString(), told, {
            measuredAt: at,
            ...(calibration && { calibration }),
          });
        });
        return instrumentResultView(await read(caller, id));
      },

      async discardInstrumentResult(
        caller: Caller,
        id: string,
        { reason }: { reason: string },
      ): Promise<InstrumentResultView> {
        const result = await read(caller, id);
        await inTransaction(
          context,
          actorOf(caller),
          (work) => decide(work, caller, result, 'discarded', reason),
          reason,
        );
        return instrumentResultView(await read(caller, id));
      },
    },
  };
}

function instrumentResultView(record: InstrumentResultRecord): InstrumentResultView {
  const { _id, key: _, sampleId, at, receivedAt, decidedAt, ...rest } = record;
  return {
    id: _id.toHexString(),
    sampleId: sampleId.toHexString(),
    ...rest,
    at: at.toISOString(),
    receivedAt: receivedAt.toISOString(),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
  };
}
