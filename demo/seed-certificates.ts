import lotsData from './data/lots.json' with { type: 'json' };
import { daysBefore, demoCaller, known, type Places, type Seeding } from './seeding.ts';

interface Recorded {
  scheme: 'green-food' | 'organic';
  producer: string;
  product: string;
  number: string;
  /** So many days before, it began to hold. */
  days: number;
  years: number;
  suspended?: { daysAgo: number; restoredDaysAgo?: number };
}

/** Certificates of other bodies, made up like all of the demonstration. */
const recorded: Recorded[] = [
  {
    scheme: 'green-food',
    producer: 'shiitake-zhashui',
    product: 'shiitake-fresh',
    number: '示例-绿色-001',
    days: 200,
    years: 3,
    suspended: { daysAgo: 30, restoredDaysAgo: 12 },
  },
  {
    scheme: 'organic',
    producer: 'tea-shangnan',
    product: 'fresh-tea-leaves',
    number: '示例-有机-001',
    days: 120,
    years: 1,
  },
  {
    scheme: 'green-food',
    producer: 'tea-shanyang',
    product: 'fresh-tea-leaves',
    number: '示例-绿色-002',
    days: 300,
    years: 3,
    suspended: { daysAgo: 6 },
  },
];

/** Soon after the producers themselves. */
const recordedDaysAgo = 39;
const certifier = demoCaller('certifier', ['certifier']);

/** Conformity certificates for every batch for which one can be issued, and certificates that other bodies gave. */
export async function seedCertificates(seeding: Seeding, places: Places): Promise<void> {
  const { services, setTime, start } = seeding;
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
  for (const { scheme, producer, product, number, days, years, suspended } of recorded) {
    const from = daysBefore(start, days);
    const end = new Date(Date.UTC(from.getUTCFullYear() + years, from.getUTCMonth(), from.getUTCDate() - 1));
    setTime(daysBefore(start, recordedDaysAgo));
    const { id } = await services.certificates.record(certifier, {
      scheme,
      producerId: known(places.producers, producer),
      productId: known(places.products, product),
      externalNumber: number,
      issuer: '示例认证机构',
      validFrom: from.toISOString().slice(0, 10),
      validTo: end.toISOString().slice(0, 10),
    });
    if (suspended) await suspend(seeding, id, suspended);
  }
}

/** One officer proposes, another decides; restored when it was put right. */
async function suspend(
  { services: { certificates }, setTime, start }: Seeding,
  id: string,
  { daysAgo, restoredDaysAgo }: NonNullable<Recorded['suspended']>,
): Promise<void> {
  setTime(daysBefore(start, daysAgo));
  await certificates.propose(
    demoCaller('county', ['supervisor']),
    id,
    'suspend',
    '年度检查发现投入品记录不完整（演示）',
  );
  const { items } = await certificates.listProposals(certifier, { certificate: id, limit: 1 });
  for (const proposal of items)
    await certificates.decideProposal(certifier, proposal.id, 'accept', '暂停使用标志，限期整改（演示）');
  if (restoredDaysAgo === undefined) return;
  setTime(daysBefore(start, restoredDaysAgo));
  await certificates.restore(certifier, id, '整改后复查合格（演示）');
}
