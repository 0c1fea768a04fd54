import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { Work } from '../../database/transaction.ts';
import { Conflict, InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import { type ResultRecord, type SampleRecord, testingModels } from '../model.ts';
import { methodKey } from '../rules/authorization.ts';
import { qualityControlModels, type RunRecord } from './model.ts';

interface OfRun {
  run?: string | undefined;
  method?: string | undefined;
  instrument?: string | undefined;
}

const ofTheRun = unscoped('a run was read within its scope, and its results wait for it in whatever sample they are');

/** The results that were measured in a run. */
export function createRunResults(context: Context) {
  const { Run } = qualityControlModels(context.connection);
  const { Sample } = testingModels(context.connection);

  return {
    /** What the run of a result says of it: its method and instrument, and that it waits for the release. */
    async measuredIn(
      work: Work,
      caller: Caller,
      sample: SampleRecord,
      { run: id, method, instrument }: OfRun,
    ): Promise<Pick<ResultRecord, 'run' | 'method' | 'instrument'>> {
      if (id === undefined) return { ...(method && { method }), ...(instrument && { instrument }) };
      const run = await Run.findById(id, null, within(caller, 'test-runs:read'))
        .session(work.session)
        .lean<RunRecord>();
      if (!run) throw InvalidInput.field('/run', 'is not the id of a known run');
      if (run.state !== 'open' && run.state !== 'corrected')
        throw new Conflict(`The run ${run.name} takes no results: it is ${run.state}`);
      if (sample.laboratory !== undefined && sample.laboratory !== run.laboratory)
        throw InvalidInput.field('/run', 'is a run of another laboratory');
      if (method !== undefined && methodKey(method) !== run.methodKey)
        throw InvalidInput.field('/method', `is not the method of the run: ${run.method}`);
      if (instrument !== undefined && instrument !== run.instrument)
        throw InvalidInput.field('/instrument', 'is not the instrument of the run');
      // A run that ends at the same time must not miss this result.
      await Run.updateOne({ _id: run._id }, { $inc: { version: 1 } }, { session: work.session, ...ofTheRun });
      return {
        run: { id: run._id, name: run.name, released: false },
        method: run.method,
        ...(run.instrument !== undefined && { instrument: run.instrument }),
      };
    },

    /** Nothing more of the run keeps its results from being verified. */
    async releaseResults(work: Work, { _id }: RunRecord): Promise<void> {
      const samples = await Sample.find({ 'results.run.id': _id }, null, ofTheRun)
        .session(work.session)
        .lean<SampleRecord[]>();
      for (const sample of samples) {
        const results = sample.results.map((result) =>
          result.run?.id.equals(_id) ? { ...result, run: { ...result.run, released: true } } : result,
        );
        const { matchedCount } = await Sample.updateOne(
          { _id: sample._id, version: sample.version },
          { $set: { results }, $inc: { version: 1 } },
          { session: work.session, ...ofTheRun },
        );
        if (matchedCount === 0) throw new Conflict('Somebody else changed a sample of the run at the same time');
      }
    },
  };
}

export type RunResults = ReturnType<typeof createRunResults>;
