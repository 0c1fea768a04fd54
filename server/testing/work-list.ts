import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import { type SampleRecord, testingModels } from './model.ts';
import type { workItemSchema, workListQuery } from './schema.ts';
import { testView } from './view.ts';

const mostSamples = 500;

export type WorkItem = z.infer<typeof workItemSchema>;

/** 检测任务: the open tests of whoever asks, or of another, or of nobody yet; the longest waiting first. */
export function createWorkList(context: Context) {
  const { Sample } = testingModels(context.connection);
  return {
    async workList(
      caller: Caller,
      { analyst, unassigned }: z.output<typeof workListQuery>,
    ): Promise<{ items: WorkItem[] }> {
      const whose = unassigned === 'true' ? { $exists: false } : (analyst ?? caller.username);
      const found = await Sample.find(
        {
          state: { $in: ['drawn', 'received', 'in-test'] },
          tests: { $elemMatch: { state: 'open', assignedTo: whose } },
        } as object,
        null,
        within(caller, 'samples:read'),
      )
        .sort({ _id: 1 })
        .limit(mostSamples)
        .lean<SampleRecord[]>();
      const items = found.flatMap(({ _id, number, batchCode, productName, state, tests = [] }) =>
        tests
          .filter((test) => test.state === 'open' && test.assignedTo === (unassigned === 'true' ? undefined : whose))
          .map((test) => ({
            sampleId: _id.toHexString(),
            sampleNumber: number,
            batchCode,
            productName,
            state,
            test: testView(test),
          })),
      );
      return { items: items.toSorted((a, b) => (a.test.askedAt < b.test.askedAt ? -1 : 1)) };
    },
  };
}
