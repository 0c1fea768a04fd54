import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isWithin } from '../divisions/rules.ts';
import { NotFound } from '../errors.ts';
import type { Caller } from '../identity/index.ts';
import type { sampleSchema } from '../testing/schema.ts';
import type { Capture } from './capture.ts';
import type { Environment } from './environment.ts';
import { createLineage } from './lineage.ts';
import { type BatchRecord, traceabilityModels } from './model.ts';
import type { traceQuery, traceSchema } from './schema.ts';
import { eventView, reasonView } from './view.ts';

type Trace = z.input<typeof traceSchema>;

export interface WarningFacts {
  id: string;
  level: 'blue' | 'yellow' | 'orange' | 'red';
  state: string;
  title: { zh: string; en: string };
  detail: { zh: string; en: string };
  batchCode?: string | undefined;
  openedAt: string;
}

export interface TraceSources {
  capture: Capture;
  environment: Environment;
  samplesOfBatches(caller: Caller | null, codes: string[]): Promise<z.input<typeof sampleSchema>[]>;
  warningsOfBatches(codes: string[]): Promise<WarningFacts[]>;
}

/** The whole trace of a batch: every node with what is known of it. Outside the caller's division only public facts show. */
export function createTrace(context: Context, sources: TraceSources) {
  const { Batch } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);

  return async function trace(caller: Caller, code: string, query: z.infer<typeof traceQuery>): Promise<Trace> {
    const start = await Batch.findOne({ code }).lean<BatchRecord>();
    if (!start || !isOwn(caller, start)) throw new NotFound(`There is no batch ${code}`);
    const graph = await lineage.graph(code, query.direction, query.depth);
    const codes = [...graph.distances.keys()];
    const batches = await Batch.find({ code: { $in: codes } }).lean<BatchRecord[]>();
    const own = batches.filter((batch) => isOwn(caller, batch));
    const [{ events, sites }, tests, warnings] = await Promise.all([
      sources.capture.eventsOf(codes),
      sources.samplesOfBatches(caller, codes),
      sources.warningsOfBatches(own.map((batch) => batch.code)),
    ]);
    const nodes = await Promise.all(
      batches.map(async (batch) => {
        const ofBatch = events.filter(({ batchCodes }) => batchCodes.includes(batch.code));
        const isOwnBatch = own.includes(batch);
        const detail = {
          quantity: { value: batch.quantity.value, unit: batch.quantity.unit },
          reasons: batch.reasons.map(reasonView),
          events: ofBatch.map((event) => eventView(event, sites)),
          tests: tests.filter(({ batchCode }) => batchCode === batch.code),
          environment: await sources.environment.summaries(batch, ofBatch),
          warnings: warnings.filter(({ batchCode }) => batchCode === batch.code).map(warningOfNode),
        };
        return {
          ...publicFacts(batch, graph.distances.get(batch.code) ?? 0, isOwnBatch),
          ...(isOwnBatch ? detail : { tests: detail.tests.filter(({ state }) => state === 'published') }),
        };
      }),
    );
    return {
      code,
      direction: query.direction,
      nodes: nodes.sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1)),
      edges: graph.edges.map((edge) => ({ ...edge, at: edge.at.toISOString() })),
      truncated: graph.truncated,
    };
  };
}

function isOwn(caller: Caller, batch: BatchRecord): boolean {
  if (caller.roles.includes('producer')) return batch.producerId.toHexString() === caller.producerId;
  return isWithin(batch.divisionCode, caller.divisionCode);
}

function publicFacts(batch: BatchRecord, distance: number, own: boolean): Trace['nodes'][number] {
  return {
    code: batch.code,
    productName: batch.productName,
    producerName: batch.producerName,
    divisionCode: batch.divisionCode,
    status: batch.status,
    distance,
    own,
    reasons: [],
    events: [],
    tests: [],
    certificates: [],
    environment: [],
    warnings: [],
    recalls: [],
  };
}

function warningOfNode({ id, level, state, title, openedAt }: WarningFacts) {
  return { id, level, status: state, title, openedAt };
}

export type TraceUseCase = ReturnType<typeof createTrace>;
