import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findPage, type Page } from '../../database/page.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import { type SampleRecord, testingModels } from '../model.ts';
import { waitingOf, waitingStates } from '../rules/waiting.ts';
import type { waitingQuery, waitingSampleSchema } from './schema.ts';

type WaitingSample = z.infer<typeof waitingSampleSchema>;

/** What no turnaround counts yet: samples on their way through the laboratory, the oldest first. */
export function createWaitingSamples(context: Context) {
  const { Sample } = testingModels(context.connection);
  return {
    async waitingSamples(
      caller: Caller,
      { state, laboratory, ...page }: z.output<typeof waitingQuery>,
    ): Promise<Page<WaitingSample>> {
      const filter = { state: state ?? { $in: [...waitingStates] }, ...(laboratory && { laboratory }) };
      const scoped = within(caller, 'samples:read');
      const found = await findPage(Sample, filter, { ...page, order: 'ascending' }, scoped);
      return { items: found.items.flatMap((sample) => viewOf(sample as SampleRecord)), nextCursor: found.nextCursor };
    },
  };
}

function viewOf(sample: SampleRecord): WaitingSample[] {
  const waiting = waitingOf(sample);
  if (!waiting) return [];
  const { _id, number, batchCode, productName, laboratory, state, drawnAt } = sample;
  return [
    {
      ...{ id: _id.toHexString(), number, batchCode, productName, ...(laboratory && { laboratory }) },
      ...{ state, drawnAt: drawnAt.toISOString() },
      waitsFor: waiting.for,
      by: waiting.by,
      since: waiting.since.toISOString(),
    },
  ];
}
