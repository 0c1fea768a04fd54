import type { CertificateOfBatch, JourneyStep, TraceView } from '../../web/consumer/trace-view.ts';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import type { DivisionsService } from '../divisions/index.ts';
import { NotFound } from '../errors.ts';
import type { ProducersService, SiteRecord } from '../producers/index.ts';
import { publicResult } from '../testing/index.ts';
import { createLineage } from './lineage.ts';
import { type BatchRecord, type EventRecord, traceabilityModels } from './model.ts';
import { missingFacts } from './rules/missing-facts.ts';
import { publicReason } from './rules/public-reason.ts';
import { publicVerdict } from './rules/public-verdict.ts';
import { eventsOfGoods } from './rules/reach/events-of-goods.ts';
import type { Scans } from './scans/service.ts';
import type { TraceSources } from './trace.ts';

interface PublicSources extends TraceSources {
  producers: Pick<ProducersService, 'producerById' | 'sitesById'>;
  divisions: DivisionsService;
  scansOf: Scans['of'];
  traceUrl(code: string): string;
  /** Whether the law asks this kind of party for a conformity certificate of such a food. */
  mustCertify(producerKind: string, categoryCode: string): Promise<boolean>;
  /** Certificates under which lots were made, each with the first of them. */
  certificatesOfLots(
    lots: { batchCode: string; producerId: string; categoryCode: string; at: Date }[],
  ): Promise<Omit<CertificateOfBatch, 'ownBatch'>[]>;
}

/** What anybody may see of a batch: built from named public fields, never by leaving private ones out. */
export function createPublicTrace(context: Context, sources: PublicSources) {
  const { Batch } = traceabilityModels(context.connection);
  const lineage = createLineage(context.connection);
  const lotsBefore = (codes: readonly string[], own: string) =>
    Batch.find(
      { code: { $in: codes.filter((code) => code !== own) } },
      { code: 1, producerId: 1, categoryCode: 1, createdAt: 1 },
      unscoped('which lots were made under a certificate is public'),
    ).lean<LotFacts[]>();

  return async function publicTrace(code: string): Promise<TraceView> {
    const batch = await Batch.findOne(
      { code },
      null,
      unscoped('anybody may see the public facts of a batch'),
    ).lean<BatchRecord>();
    if (!batch) throw new NotFound(`There is no batch ${code}`);
    const graph = await lineage.graph(code, 'up', 50);
    const codes = [...graph.distances.keys()];
    const [{ events, sites }, samples, warnings, producer, ownSites, scans, certificates] = await Promise.all([
      sources.capture.eventsOf([...codes, ...graph.containers]),
      sources.samplesOfBatches(null, codes),
      sources.warningsOfBatches([code]),
      sources.producers.producerById(batch.producerId.toHexString()),
      batch.siteId ? sources.producers.sitesById([batch.siteId.toHexString()]) : new Map<string, SiteRecord>(),
      sources.scansOf(code),
      sources.certificatesOfBatches(codes),
    ]);
    const eventsOf = eventsOfGoods(codes, graph.around, events);
    const lotOf = new Map([...eventsOf].flatMap(([lot, found]) => found.map(({ event }) => [event, lot] as const)));
    for (const { event } of eventsOf.get(code) ?? []) lotOf.set(event, code);
    const siteName = batch.siteId && ownSites.get(batch.siteId.toHexString())?.name;
    const journey = events.flatMap((event) => {
      const lot = lotOf.get(event);
      return lot === undefined ? [] : [journeyStep(event, lot, lot === code, sites)];
    });
    const tests = samples.map((sample) => ({
      sampleNumber: sample.number,
      planKind: sample.planKind,
      batchCode: sample.batchCode,
      ownBatch: sample.batchCode === code,
      drawnAt: sample.drawnAt,
      verified: sample.state === 'published',
      verdict: sample.verdict,
      results: sample.results.map((result) => ({
        ...publicResult(result),
        ...(result.analyteEn && { analyteEn: result.analyteEn }),
        explanation: result.verdict.explanation,
      })),
    }));
    const origin = {
      producerName: producer?.name ?? batch.producerName,
      producerKind: producer?.kind ?? 'smallholder',
      divisionNames: sources.divisions.pathNames(batch.divisionCode),
      divisionNamesEn: sources.divisions.pathNames(batch.divisionCode, 'nameEn'),
      ...(siteName && { siteName }),
    };
    const conformity = certificates.map((certificate) => ({
      ...certificate,
      ownBatch: certificate.batchCode === code,
    }));
    const [madeUnder, certificateDue, environment] = await Promise.all([
      lotsBefore(codes, code).then((lots) => sources.certificatesOfLots([batch, ...lots].map(lotToCover))),
      sources.mustCertify(origin.producerKind, batch.categoryCode),
      sources.environment.curves(batch, eventsOf),
    ]);
    return {
      code,
      url: sources.traceUrl(code),
      asOf: context.clock().toISOString(),
      product: { name: batch.productName, ...(batch.productNameEn && { nameEn: batch.productNameEn }) },
      quantity: { value: batch.quantity.value, unit: batch.quantity.unit },
      origin,
      status: batch.status,
      verdict: publicVerdict({ status: batch.status, tests }),
      alerts: [
        ...batch.reasons.map((reason) => ({
          level: 'red' as const,
          title: holdTitle,
          detail: publicReason(reason),
          at: reason.at.toISOString(),
        })),
        ...warnings.map(({ level, title, openedAt }) => ({ level, title, detail: beingHandled, at: openedAt })),
      ],
      journey,
      tests,
      conformity,
      certificates: madeUnder.map((certificate) => ({ ...certificate, ownBatch: certificate.batchCode === code })),
      environment,
      ...(scans && { opened: { count: scans.count, firstAt: scans.firstAt.toISOString() } }),
      missing: missingFacts({ journey, tests, environment, origin, conformity, certificateDue }),
    };
  };
}

type LotFacts = Pick<BatchRecord, 'code' | 'producerId' | 'categoryCode' | 'createdAt'>;

function lotToCover({ code, producerId, categoryCode, createdAt }: LotFacts) {
  return { batchCode: code, producerId: producerId.toHexString(), categoryCode, at: createdAt };
}

/** A warning's detail is written for officers. */
const beingHandled = { zh: '监管部门正在处理', en: 'The authority is dealing with it' };

const holdTitle = { zh: '本批次已暂停销售', en: 'This batch is on hold' };

function journeyStep(event: EventRecord, lot: string, ownBatch: boolean, sites: Map<string, SiteRecord>): JourneyStep {
  const place = event.siteId && sites.get(event.siteId.toHexString())?.name;
  const destination = event.destinationSiteId && sites.get(event.destinationSiteId.toHexString())?.name;
  return {
    step: event.step,
    at: event.at.toISOString(),
    batchCode: ownBatch ? lot : (event.outputs[0]?.batchCode ?? lot),
    ownBatch,
    ...(place && { place }),
    ...(destination && { destination }),
    ...(event.input && { input: { name: event.input.name, ...(event.input.dose && { dose: event.input.dose }) } }),
    ...(event.quantity && { quantity: { value: event.quantity.value, unit: event.quantity.unit } }),
  };
}
