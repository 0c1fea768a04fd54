import lotsData from './data/lots.json' with { type: 'json' };
import { daysBefore, demoCaller, known, type Places, type Seeding } from './seeding.ts';

/** Certificates of other bodies, made up like all of the demonstration. */
const recorded = [
  {
    scheme: 'green-food',
    producer: 'shiitake-zhashui',
    product: 'shiitake-fresh',
    number: '示例-绿色-001',
    days: 200,
    years: 3,
  },
  {
    scheme: 'organic',
    producer: 'tea-shangnan',
    product: 'fresh-tea-leaves',
    number: '示例-有机-001',
    days: 120,
    years: 1,
  },
] as const;

/** Conformity certificates for every batch for which one can be issued, and certificates that other bodies gave. */
export async function seedCertificates({ services, setTime, start }: Seeding, places: Places): Promise<void> {
  const rows = [
    ...lotsData.harvests.map(({ key, producer, daysAgo }) => ({ key, producer, daysAgo })),
    ...lotsData.transformations.flatMap(({ outputs, producer, daysAgo }) =>
      outputs.map(({ key }) => ({ key, producer, daysAgo })),
    ),
  ].sort((a, b) => b.daysAgo - a.daysAgo);
  setTime(start);
  for (const { key, producer } of rows)
    await services.conformity.issueMany(
      { ...demoCaller('producer', ['producer']), producerId: known(places.producers, producer) },
      { certificates: [{ batchCode: `DEMO-${key}`, bases: ['quality-control'] }] },
    );
  for (const { scheme, producer, product, number, days, years } of recorded) {
    const from = daysBefore(start, days);
    const end = new Date(Date.UTC(from.getUTCFullYear() + years, from.getUTCMonth(), from.getUTCDate() - 1));
    await services.certificates.record(demoCaller('certifier', ['certifier']), {
      scheme,
      producerId: known(places.producers, producer),
      productId: known(places.products, product),
      externalNumber: number,
      issuer: '示例认证机构',
      validFrom: from.toISOString().slice(0, 10),
      validTo: end.toISOString().slice(0, 10),
    });
  }
}
