import type { z } from 'zod';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { NotFound } from '../errors.ts';
import type { Bilingual } from '../http/fields.ts';
import type { Caller } from '../identity/index.ts';
import { mayDo } from '../identity/rights/ability.ts';
import { within } from '../identity/rights/within.ts';
import type { sampleSchema } from '../testing/schema.ts';
import type { Capture } from './capture.ts';
import type { Environment } from './environment.ts';
import { namesOf } from './epcis/master-data.ts';
import { createLineage, type LineageGraph } from './lineage.ts';
import { createLinks, linksView } from './links.ts';
import { type BatchRecord, traceabilityModels } from './model.ts';
import { createReach } from './reach.ts';
import { grouped } from './rules/grouped.ts';
import { batchCodeOf, canonicalIdentifier } from './rules/gs1/identifier.ts';
import { eventsOfGoods } from './rules/reach/events-of-goods.ts';
import type { Stay } from './rules/reach/stays.ts';
import type { traceQuery, traceSchema } from './schema.ts';
import { eventView, publicEventView, reasonView } from './view.ts';

type Trace = z.input<typeof traceSchema>;
type Node = Trace['nodes'][number];
type SampleFacts = z.input<typeof sampleSchema>;

export interface WarningFacts {
  id: string;
  level: 'blue' | 'yellow' | 'orange' | 'red';
  state: string;
  title: { zh: string; en: string };
  detail: { zh: string; en: string };
  batchCode?: string | undefined;
  openedAt: string;
}

/** 承诺达标合格证: public, for they go with the goods. */
interface CertificateFacts {
  number: string;
  batchCode: string;
  state: 'valid' | 'void' | 'withdrawn';
  form: 'producer' | 'purchaser';
  issuedAt: string;
  bases: Bilingual[];
}

export interface TraceSources {
  capture: Capture;
  environment: Environment;
  samplesOfBatches(caller: Caller | null, codes: string[]): Promise<SampleFacts[]>;
  warningsOfBatches(codes: string[]): Promise<WarningFacts[]>;
  certificatesOfBatches(codes: string[]): Promise<CertificateFacts[]>;
  recallsOfBatches(codes: string[]): Promise<{ batchCode: string; id: string; number: string }[]>;
}

/** The whole trace of a batch: every node with what is known of it. What lies outside the caller's reach shows public facts only. */
export function createTrace(context: Context, sources: TraceSources) {
  const { Batch, TraceEvent } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);
  const reach = createReach(context);
  const linksOf = createLinks(context.connection);

  /** What has no batch here is asked for by its identifier, by whoever may read an event about it. */
  const mayTrace = async (caller: Caller, code: string): Promise<boolean> => {
    const found = code.includes(':')
      ? await TraceEvent.exists({ batchCodes: code }).setOptions(within(caller, 'events:read'))
      : await Batch.exists({ code }).setOptions(within(caller, 'batches:read'));
    return found !== null;
  };

  return async function trace(caller: Caller, asked: string, query: z.infer<typeof traceQuery>): Promise<Trace> {
    const identifier = canonicalIdentifier(asked, batchCodeOf);
    const code = batchCodeOf(identifier) ?? identifier;
    if (!(await mayTrace(caller, code))) throw new NotFound(`There is no batch ${code}`);
    const moment = query.at === undefined ? undefined : new Date(query.at);
    const graph = await lineage.graph(code, query.direction, query.depth, moment);
    const codes = [...graph.distances.keys()];
    const batches = await Batch.find({ code: { $in: codes } }, null, alongTheLineage).lean<BatchRecord[]>();
    const own = batches.filter((batch) => mayDo(caller, 'batches:read', batch));
    const ownCodes = new Set(own.map((batch) => batch.code));
    const elsewhere = batches.filter((batch) => !ownCodes.has(batch.code));
    const [{ events, sites }, tests, warnings, origins, recalls, certificates] = await Promise.all([
      sources.capture.eventsOf([...codes, ...graph.containers]),
      sources.samplesOfBatches(caller, codes),
      sources.warningsOfBatches(own.map((batch) => batch.code)),
      reach.originsWithin(caller, own),
      sources.recallsOfBatches(codes),
      sources.certificatesOfBatches(codes),
    ]);
    const certificatesOf = grouped(certificates, ({ batchCode }) => batchCode);
    const recallsOf = grouped(recalls, ({ batchCode }) => batchCode);
    const testsByBatch = grouped(tests, ({ batchCode }) => batchCode);
    const warningsOf = grouped(warnings, ({ batchCode }) => batchCode);
    const testsOf = ({ code: ofBatch }: BatchRecord) => testsByBatch.get(ofBatch) ?? [];

    const eventsOf = eventsOfGoods(codes, graph.around, events);
    const environmentOf = await sources.environment.summariesOf(own, eventsOf);
    const eventsOfOwn = new Map([...eventsOf].filter(([each]) => ownCodes.has(each)));
    const links = await linksOf(eventsOfOwn, sites);
    const placed = (batchCode: string) => ({
      containers: staysView(graph.around(batchCode), 'container'),
      contents: batchCode === code ? staysView(graph.contents, 'content') : [],
    });

    const ownNode = (batch: BatchRecord): Node => {
      const ofBatch = eventsOf.get(batch.code) ?? [];
      const linked = links.get(batch.code);
      return {
        ...publicFacts(batch, graph),
        certificates: certificatesOf.get(batch.code) ?? [],
        own: true,
        quantity: { value: batch.quantity.value, unit: batch.quantity.unit },
        reasons: batch.reasons.map((reason) => reasonView(reason, origins)),
        ...placed(batch.code),
        ...(linked && { links: linksView(linked) }),
        events: ofBatch.map(({ event, container }) => ({
          ...(mayDo(caller, 'events:read', event) ? eventView(event, sites) : publicEventView(event, sites)),
          ...(container !== undefined && { container }),
        })),
        tests: testsOf(batch),
        environment: (environmentOf.get(batch.code) ?? []).map(({ siteId, device, ...summary }) => {
          const site = sites.get(siteId);
          const reachable = site ? mayDo(caller, 'sites:read', site) : batch.siteId?.toHexString() === siteId;
          return { ...summary, ...(reachable && { siteId, device }) };
        }),
        warnings: (warningsOf.get(batch.code) ?? []).map(warningOfNode),
        recalls: (recallsOf.get(batch.code) ?? []).map(({ id, number }) => ({ id, number })),
      };
    };

    const foreignNode = (batch: BatchRecord): Node => {
      const published = testsOf(batch).filter(({ state }) => state === 'published');
      const promised = certificatesOf.get(batch.code) ?? [];
      return { ...publicFacts(batch, graph), certificates: promised, tests: published.map(publicTest) };
    };

    const known = new Set(batches.map((batch) => batch.code));
    const foreign = codes.filter((each) => !known.has(each));
    const names = await namesOf(context, caller, foreign);
    const unknown = foreign.map((each) => ({
      ...lotOfOthers(each, names.get(each) ?? '', graph),
      ...placed(each),
      events: (eventsOf.get(each) ?? [])
        .filter(({ event }) => mayDo(caller, 'events:read', event))
        .map(({ event, container }) => ({ ...eventView(event, sites), ...(container !== undefined && { container }) })),
    }));
    const nodes = [...own.map(ownNode), ...elsewhere.map(foreignNode), ...unknown];
    return {
      code,
      direction: query.direction,
      nodes: nodes.sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1)),
      edges: graph.edges.map((edge) => ({ ...edge, at: edge.at.toISOString() })),
      truncated: graph.truncated,
      frontier: graph.frontier,
    };
  };
}

const alongTheLineage = unscoped('outside of the reach only public facts are shown');

function publicFacts(batch: BatchRecord, { distances }: LineageGraph): Node {
  return {
    code: batch.code,
    productName: batch.productName,
    // A person's is stored masked.
    producerName: batch.producerName,
    divisionCode: batch.divisionCode,
    status: batch.status,
    distance: distances.get(batch.code) ?? 0,
    own: false,
    reasons: [],
    events: [],
    containers: [],
    contents: [],
    tests: [],
    certificates: [],
    environment: [],
    warnings: [],
    recalls: [],
  };
}

function staysView(stays: readonly Stay[], of: 'container' | 'content') {
  return stays.map(({ from, until, [of]: code }) => ({
    code,
    ...(Number.isFinite(from) && { from: new Date(from).toISOString() }),
    ...(Number.isFinite(until) && { until: new Date(until).toISOString() }),
  }));
}

/** A lot of another system, known by its identifier and what master data tell of it. */
function lotOfOthers(code: string, productName: string, { distances }: LineageGraph): Node {
  return {
    code,
    productName,
    producerName: '',
    status: 'normal',
    distance: distances.get(code) ?? 0,
    own: false,
    reasons: [],
    events: [],
    containers: [],
    contents: [],
    tests: [],
    certificates: [],
    environment: [],
    warnings: [],
    recalls: [],
  };
}

/** Built from named public fields, so that a field added later stays private. */
function publicTest(sample: SampleFacts): Node['tests'][number] {
  const { id, number, batchCode, productName, producerName, divisionCode, planKind, state, verdict, drawnAt } = sample;
  return {
    id,
    number,
    batchCode,
    productName,
    producerName,
    divisionCode,
    planKind,
    state,
    verdict,
    drawnAt,
    results: sample.results.map((result) => ({
      id: result.id,
      analyte: result.analyte,
      ...(result.analyteEn && { analyteEn: result.analyteEn }),
      value: result.value,
      unit: result.unit,
      verdict: result.verdict,
    })),
  };
}

function warningOfNode({ id, level, state, title, openedAt }: WarningFacts) {
  return { id, level, status: state, title, openedAt };
}

export type TraceUseCase = ReturnType<typeof createTrace>;
