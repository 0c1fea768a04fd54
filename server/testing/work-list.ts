import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import type { Authorizations } from './authorizations/service.ts';
import { type SampleRecord, type TestRecord, testingModels } from './model.ts';
import type { workItemSchema, workListQuery, workListSchema } from './schema.ts';
import { testView } from './view.ts';

const mostSamples = 500;

export type WorkItem = z.infer<typeof workItemSchema>;

/** 检测任务: the open tests of an analyst, and those that wait for one; the longest waiting first. */
export function createWorkList(context: Context, { mayTake }: Pick<Authorizations, 'mayTake'>) {
  const { Sample } = testingModels(context.connection);

  const openTests = async (
    caller: Caller,
    assignedTo: string | null,
    permission: 'samples:read' | 'samples:enter-result',
  ) => {
    const found = await Sample.find(
      { state: { $in: ['drawn', 'received', 'in-test'] }, tests: { $elemMatch: { state: 'open', assignedTo } } },
      null,
      within(caller, permission),
    )
      .sort({ _id: 1 })
      .limit(mostSamples)
      .lean<SampleRecord[]>();
    return found.flatMap((sample) =>
      (sample.tests ?? [])
        .filter((test) => test.state === 'open' && (test.assignedTo ?? null) === assignedTo)
        .map((test) => ({ sample, test })),
    );
  };

  /** 待领取: what nobody has yet and this person is authorized to do. */
  const pool = async (caller: Caller) => {
    const open = await openTests(caller, null, 'samples:enter-result');
    const allowed = await mayTake(
      caller.username,
      open.map(({ sample, test }) => ({ laboratory: sample.laboratory ?? caller.laboratory, method: test.method })),
      context.clock(),
    );
    return open.filter((_, index) => allowed[index]);
  };

  return {
    async workList(
      caller: Caller,
      { analyst, unassigned }: z.output<typeof workListQuery>,
    ): Promise<z.infer<typeof workListSchema>> {
      const free = await pool(caller);
      const asked = unassigned === 'true' ? free : await openTests(caller, analyst ?? caller.username, 'samples:read');
      const items = asked.map(itemOf).toSorted((a, b) => (a.test.askedAt < b.test.askedAt ? -1 : 1));
      return { items, waitingForAnalyst: free.length };
    },
  };
}

function itemOf({ sample, test }: { sample: SampleRecord; test: TestRecord }): WorkItem {
  const { _id, number, batchCode, productName, state } = sample;
  return { sampleId: _id.toHexString(), sampleNumber: number, batchCode, productName, state, test: testView(test) };
}
