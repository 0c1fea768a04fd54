import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import rapidData from '../data/rapid-methods.json' with { type: 'json' };
import type { TestingDependencies } from '../dependencies.ts';
import { type SampleRecord, testingModels } from '../model.ts';
import { confirmationOf } from '../rules/confirmation.ts';
import { isRapidMethod } from '../rules/rapid.ts';
import type { RapidTestRecord } from './model.ts';
import { type RapidTestView, rapidTestView } from './view.ts';

const ofTheBatch = unscoped('whoever may see a rapid test may see the samples of its batch that answer for it');

/** Tests that ask for a laboratory's confirmation. */
export const asksForConfirmation = { positive: true, setAside: { $exists: false } };

/** What became of the confirmations that rapid tests ask for, read from the samples of their batches. */
export function createConfirming(context: Context, { standards }: Pick<TestingDependencies, 'standards'>) {
  const { Sample } = testingModels(context.connection);

  return {
    async viewsOf(tests: readonly RapidTestRecord[]): Promise<RapidTestView[]> {
      const asking = tests.filter(isAsking);
      if (asking.length === 0) return tests.map((test) => rapidTestView(test));
      const codes = [...new Set(asking.map(({ batchCode }) => batchCode))];
      const found = await Sample.find({ batchCode: { $in: codes } }, null, ofTheBatch).lean<SampleRecord[]>();
      const samplesOf = (code: string) => found.filter(({ batchCode }) => batchCode === code);
      const { analyteKey } = await standards.lawInForce();
      return tests.map((test) => {
        if (!isAsking(test)) return rapidTestView(test);
        const { _id, sample, analyte, at, batchCode } = test;
        const asked = { id: _id.toHexString(), sample, analyteKey: analyteKey(analyte), at };
        return rapidTestView(test, confirmationOf(asked, samplesOf(batchCode).map(answerOf)));
      });
    },
  };
}

/** @throws InvalidInput unless the sample's batch has this test, and it asks for a confirmation */
export async function requireAsking(
  { connection }: Context,
  caller: Caller,
  { confirms, batchCode }: { confirms: string; batchCode: string },
): Promise<void> {
  const { RapidTest } = testingModels(connection);
  const test = await RapidTest.findById(confirms, null, within(caller, 'rapid-tests:read')).lean<RapidTestRecord>();
  if (test?.batchCode !== batchCode || !isAsking(test))
    throw InvalidInput.field('/confirms', 'is not the id of a positive rapid test of this batch');
}

function isAsking({ positive, setAside }: RapidTestRecord): boolean {
  return positive === true && setAside === undefined;
}

/** A rapid method confirms no rapid test. */
function answerOf({ _id, number, confirms, state, verdict, drawnAt, tests = [], results }: SampleRecord) {
  const isOfLaboratory = ({ method }: { method?: string }) =>
    method === undefined || !isRapidMethod(method, [...rapidData.methods, ...rapidData.screening]);
  return {
    id: _id.toHexString(),
    ...{ number, state, verdict, drawnAt, confirms: confirms?.toHexString() },
    tests: tests.filter(isOfLaboratory).map(({ analyteKey }) => ({ analyteKey })),
    results: results
      .filter(isOfLaboratory)
      .map((result) => ({ analyteKey: result.analyteKey, verdict: result.verdict.verdict })),
  };
}
