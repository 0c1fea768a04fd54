import type { ClientSession } from 'mongoose';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { CertifiedBatch, ConformityDependencies } from './dependencies.ts';
import { type ConformityRecord, conformityModels } from './model.ts';
import { dutyOn, type FormKind, formOn } from './rules/forms.ts';
import type { BatchFacts, PartyFacts, SourceFact, TestFact } from './rules/issuable.ts';

/** All that decides whether a batch may be certified. */
export interface Gathered {
  batch: CertifiedBatch;
  producerKind: string;
  facts: BatchFacts;
  party: PartyFacts;
}

const ofTheBatch = unscoped(
  'facts of a batch that the caller may certify, its sources and what was received with them',
);

const kindsOfTests: Record<string, TestFact['kind']> = { 'self-check': 'self-check', commissioned: 'commissioned' };

/** Reads what stands on record of a batch, of its tests and of the lots it was made of. */
export function createGathering(context: Context, deps: ConformityDependencies) {
  const { ConformityCertificate } = conformityModels(context.connection);

  const testsOf = async (code: string): Promise<TestFact[]> => {
    const [samples, rapid] = await Promise.all([
      deps.testing.samplesOfBatches(null, [code]),
      deps.testing.rapidTestsOfBatches([code]),
    ]);
    const counting = samples.filter(({ state }) => state !== 'invalidated' && state !== 'rejected');
    const newest = rapid.filter(({ setAside }) => !setAside).toSorted((a, b) => b.at.localeCompare(a.at))[0];
    return [
      ...counting.map(({ number, planKind, state, verdict }) => ({
        number,
        kind: kindsOfTests[planKind] ?? ('official' as const),
        verdict:
          verdict === 'fail'
            ? ('fail' as const)
            : state === 'published' && verdict === 'pass'
              ? ('pass' as const)
              : ('open' as const),
      })),
      ...(newest
        ? [
            {
              number: newest.id,
              kind: 'rapid' as const,
              verdict: newest.positive === false ? ('pass' as const) : ('open' as const),
            },
          ]
        : []),
    ];
  };

  const validOf = (codes: string[], session?: ClientSession) =>
    ConformityCertificate.find({ batchCode: { $in: codes }, state: 'valid' }, null, ofTheBatch)
      .session(session ?? null)
      .sort({ _id: 1 })
      .lean<ConformityRecord[]>();

  const sourcesOf = async (batch: CertifiedBatch, session?: ClientSession): Promise<SourceFact[]> => {
    const certificates = await validOf(
      batch.sources.map(({ batchCode }) => batchCode),
      session,
    );
    return Promise.all(
      batch.sources.map(async ({ batchCode, producerId, producerName }) => {
        const number = certificates.find((certificate) => certificate.batchCode === batchCode)?.number;
        return {
          batchCode,
          sellerKind: (await deps.producers.producerById(producerId))?.kind ?? 'smallholder',
          sellerName: producerName,
          ...(number !== undefined && { certificate: number }),
        };
      }),
    );
  };

  return {
    /** @param form the form asked for; absent: the one that the batch needs */
    async gather(batch: CertifiedBatch, form: FormKind | undefined, session?: ClientSession): Promise<Gathered> {
      const now = context.clock();
      const day = dayOf(now);
      const [producer, tests, intervals, own, sources] = await Promise.all([
        deps.producers.producerById(batch.producerId),
        testsOf(batch.code),
        deps.openIntervals(batch.code, now),
        validOf([batch.code], session),
        sourcesOf(batch, session),
      ]);
      const producerKind = producer?.kind ?? 'smallholder';
      const wanted = form ?? (sources.length > 0 || producerKind === 'purchaser' ? 'purchaser' : 'producer');
      const { covered, clause } = await deps.standards.certificateCoverageOf(batch.categoryCode, day);
      return {
        batch,
        producerKind,
        facts: {
          status: batch.status,
          quantity: batch.quantity,
          covered,
          coverageClause: clause,
          intervals,
          tests,
          sources,
          certified: own.reduce((sum, { quantity }) => sum + quantity.value, 0),
        },
        party: { form: wanted, text: formOn(day, wanted), duty: dutyOn(day, producerKind, wanted) },
      };
    },

    /** Which of these numbers are certificates that hold. */
    async validNumbers(numbers: readonly string[], session: ClientSession): Promise<Set<string>> {
      const found = await ConformityCertificate.find({ number: { $in: numbers }, state: 'valid' }, null, ofTheBatch)
        .session(session)
        .lean<ConformityRecord[]>();
      return new Set(found.map(({ number }) => number));
    },
  };
}

export type Gathering = ReturnType<typeof createGathering>;
