import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { Work } from '../../database/transaction.ts';
import { type ResultRecord, type SampleRecord, testingModels } from '../model.ts';
import type { DeviceRapidTestRecord } from '../rapid-tests/model.ts';
import { isInReach, type ReachBack } from '../rules/reach-back.ts';
import type { DoubtedResult } from './model.ts';

const absent = { $exists: false };

export const whoeverMeasured = unscoped('what is in doubt is found in whatever samples it is');

export interface Doubted {
  /** Those that the results are of. */
  samples: SampleRecord[];
  doubted: DoubtedResult[];
}

/** Finds what was measured in a time of doubt: results of samples by when they were entered, rapid tests by when they were measured. */
export function createDoubted(context: Context) {
  const { Sample, RapidTest } = testingModels(context.connection);
  return {
    async resultsIn(
      work: Work,
      { since, until }: ReachBack,
      of: Record<string, unknown>,
      isMeant: (result: ResultRecord, sample: SampleRecord) => boolean,
    ): Promise<Doubted> {
      const enteredAt = { ...(since && { $gt: since }), $lte: until };
      const samples = await Sample.find(
        { ...of, results: { $elemMatch: { enteredAt, ...(of.results as object) } } },
        null,
        whoeverMeasured,
      )
        .session(work.session)
        .lean<SampleRecord[]>();
      const doubted = samples.flatMap((sample) =>
        sample.results
          .filter(
            (result) => isInReach({ ...(since && { since }), until }, result.enteredAt) && isMeant(result, sample),
          )
          .map((result) => doubtedResult(sample, result)),
      );
      return { samples, doubted };
    },

    /** The rapid tests of a device; those that count no more, or never said anything, are not in doubt. */
    async rapidTestsIn(
      work: Work,
      device: string,
      { since, until }: ReachBack,
      isMeant: (test: DeviceRapidTestRecord) => boolean = () => true,
    ): Promise<DoubtedResult[]> {
      const at = { ...(since && { $gt: since }), $lte: until };
      const tests = await RapidTest.find({ device, at, setAside: absent, invalid: absent }, null, whoeverMeasured)
        .session(work.session)
        .lean<DeviceRapidTestRecord[]>();
      return tests.filter(isMeant).map(doubtedRapidTest);
    },
  };
}

export type FindDoubted = ReturnType<typeof createDoubted>;

function doubtedResult({ _id, number, batchCode }: SampleRecord, result: ResultRecord): DoubtedResult {
  const { analyte, value, unit, enteredAt } = result;
  return { sampleId: _id, sampleNumber: number, batchCode, resultId: result._id, analyte, value, unit, enteredAt };
}

export function doubtedRapidTest({
  _id,
  sample,
  batchCode,
  device,
  positive,
  ...test
}: DeviceRapidTestRecord): DoubtedResult {
  const { analyte, value, unit, at } = test;
  return {
    sampleNumber: sample,
    batchCode,
    resultId: _id,
    rapid: { device, positive },
    ...{ analyte, value, unit },
    enteredAt: at,
  };
}
