import type { z } from 'zod';
import type { createEventBody } from '../server/traceability/schema.ts';
import lotsData from './data/lots.json' with { type: 'json' };
import { analyst, registerLaboratory, reviewer } from './laboratory.ts';
import { daysBefore, demoCaller, known, type Places, type Seeding } from './seeding.ts';

const hour = 3_600_000;

type Harvest = (typeof lotsData.harvests)[number];
interface Transformation {
  inputs: string[];
  outputs: { key: string; kilograms: number }[];
  product: string;
  producer: string;
  site: string;
  daysAgo: number;
  /** The site of the vehicle that brought the inputs. */
  carrier?: string;
}
type SampleRow = (typeof lotsData.samples)[number];

/** Batches, what happened to them, and their samples, each recorded at its own time. */
export async function seedLots(seeding: Seeding, places: Places): Promise<void> {
  const lots = createLots(seeding, places);
  await registerLaboratory(seeding.services);
  const steps = [
    ...lotsData.harvests.map((row) => ({ daysAgo: row.daysAgo, run: () => lots.harvest(row) })),
    ...(lotsData.transformations as Transformation[]).map((row) => ({
      daysAgo: row.daysAgo,
      run: () => lots.transform(row),
    })),
    ...lotsData.samples.map((row) => ({ daysAgo: row.daysAgo, run: () => lots.sample(row) })),
  ].sort((a, b) => b.daysAgo - a.daysAgo);
  for (const { run } of steps) await run();
}

function createLots({ services, setTime, start }: Seeding, places: Places) {
  const caller = demoCaller('demo');
  const codes = new Map<string, string>();
  const siteOf = new Map<string, string>();
  const carriers = new Map(
    [...places.sites].filter(([name]) => name.includes('冷链车')).map(([name, id]) => [name.split('/')[1] ?? '', id]),
  );
  const before = (daysAgo: number) => daysBefore(start, daysAgo);

  const record = (at: Date, event: Omit<z.output<typeof createEventBody>, 'at'>) => {
    setTime(at);
    return services.capture.createEvent(caller, { ...event, at: at.toISOString() });
  };

  const register = async (key: string, row: { product: string; producer: string; site: string }, kilograms: number) => {
    const siteId = known(places.sites, `${row.producer}/${row.site}`);
    const batch = await services.batches.createBatch(caller, {
      productId: known(places.products, row.product),
      producerId: known(places.producers, row.producer),
      siteId,
      quantity: { value: kilograms, unit: 'kg' },
      code: `DEMO-${key}`,
    });
    codes.set(key, batch.code);
    siteOf.set(key, siteId);
    return { batchCode: batch.code, quantity: { value: kilograms, unit: 'kg' } };
  };

  return {
    async harvest(row: Harvest): Promise<void> {
      const harvested = before(row.daysAgo);
      setTime(harvested);
      const { batchCode, quantity } = await register(row.key, row, row.kilograms);
      const siteId = known(siteOf, row.key);
      if (row.treatment)
        await record(daysBefore(harvested, 20), {
          step: 'treat',
          batchCode,
          siteId,
          input: row.treatment,
        });
      await record(harvested, { step: 'harvest', batchCode, siteId, quantity });
    },

    async transform(row: Transformation): Promise<void> {
      const at = before(row.daysAgo);
      const siteId = known(places.sites, `${row.producer}/${row.site}`);
      for (const key of row.inputs) {
        const batchCode = known(codes, key);
        if (siteOf.get(key) === siteId) continue;
        const vehicle = row.carrier && carriers.get(row.carrier);
        await record(new Date(at.getTime() - 8 * hour), {
          step: 'ship',
          batchCode,
          siteId: known(siteOf, key),
          ...(vehicle && { destinationSiteId: vehicle }),
        });
        await record(new Date(at.getTime() - 4 * hour), { step: 'receive', batchCode, siteId });
      }
      setTime(at);
      const outputs = [];
      for (const { key, kilograms } of row.outputs) outputs.push(await register(key, row, kilograms));
      await record(at, {
        step: 'transform',
        inputs: row.inputs.map((key) => ({ batchCode: known(codes, key) })),
        outputs,
        siteId,
      });
    },

    async sample(row: SampleRow): Promise<void> {
      const at = before(row.daysAgo);
      setTime(at);
      const sample = await services.testing.createSample(demoCaller('sampler', ['sampler']), {
        batchCode: known(codes, row.lot),
        planKind: row.plan as 'self-check',
        samplers: ['抽样员甲', '抽样员乙'],
      });
      setTime(new Date(at.getTime() + 3 * hour));
      await services.testing.receive(analyst, sample.id, {});
      for (const result of row.results)
        await services.testing.addResult(analyst, sample.id, { ...result, unit: 'mg/kg' });
      setTime(new Date(at.getTime() + 6 * hour));
      if (!row.verified) return;
      await services.testing.report(analyst, sample.id);
      await services.testing.verify(reviewer, sample.id);
    },
  };
}
