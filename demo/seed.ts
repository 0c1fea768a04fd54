import type { z } from 'zod';
import { creditCodeCheckCharacter } from '../server/producers/rules.ts';
import type { createProducerBody, createSiteBody } from '../server/producers/schema.ts';
import producersData from './data/producers.json' with { type: 'json' };
import productsData from './data/products.json' with { type: 'json' };
import sitesData from './data/sites.json' with { type: 'json' };
import { seedCases } from './seed-cases.ts';
import { seedCertificates } from './seed-certificates.ts';
import { type DeviceCredentials, seedDevices } from './seed-devices.ts';
import { seedLots } from './seed-lots.ts';
import { seedPallets } from './seed-pallets.ts';
import { seedQualityControl } from './seed-quality-control.ts';
import { seedSupervision } from './seed-supervision.ts';
import { daysBefore, demoCaller, known, type Places, type Seeding } from './seeding.ts';

/** Who looks at a demonstration does not wait ten minutes for a warning. */
const quickRule = {
  name: '市场冷库升温（演示规则，60 秒）',
  nameEn: 'Cold room of the market warming up (demonstration, 60 s)',
  kind: 'threshold',
  level: 'orange',
  metric: 'temperature',
  unit: 'Cel',
  comparison: 'above',
  limit: 8,
  clearAt: 7,
  durationSeconds: 60,
  divisionCode: '611000',
  deviceId: 'cold-market-2',
} as const;

/** Fills an empty platform with the Shangluo demonstration; every record goes through the same services as in daily work. */
export async function seed(seeding: Seeding): Promise<DeviceCredentials[]> {
  const { services } = seeding;
  seeding.setTime(daysBefore(seeding.start, 40));
  seeding.progress('producers, sites and products');
  const places = await seedPlaces(seeding);
  await seeding.makeAccounts();
  seeding.progress('devices and three days of readings');
  const credentials = await seedDevices(seeding, places);
  await services.warnings.createRule(demoCaller('demo'), quickRule);
  seeding.progress('batches, events and samples');
  await seedLots(seeding, places);
  await seedPallets(seeding);
  seeding.progress('quality control');
  await seedQualityControl(seeding);
  seeding.progress('certificates');
  await seedCertificates(seeding, places);
  seeding.progress('inspections and complaints');
  await seedSupervision(seeding);
  seeding.progress('cases');
  await seedCases(seeding);
  seeding.progress('grades of producers');
  seeding.setTime(seeding.start);
  await services.assessment.grades.assessDivision(demoCaller('demo'), {});
  return credentials;
}

async function seedPlaces({ services }: Seeding): Promise<Places> {
  const caller = demoCaller('demo');
  const places: Places = { producers: new Map(), sites: new Map(), products: new Map() };
  for (const [index, producer] of producersData.producers.entries()) {
    const { key, ...body } = producer;
    const created = await services.producers.createProducer(caller, {
      ...body,
      ...(producer.kind === 'smallholder' ? {} : { creditCode: inventedCreditCode(producer.divisionCode, index) }),
      contactName: '联系人',
      phone: `1380000${String(1000 + index)}`,
    } as z.output<typeof createProducerBody>);
    places.producers.set(key, created.id);
  }
  for (const { producer, name, kind } of sitesData.sites) {
    const producerId = known(places.producers, producer);
    const created = await services.producers.createSite(caller, { producerId, name, kind } as z.output<
      typeof createSiteBody
    >);
    places.sites.set(`${producer}/${name}`, created.id);
  }
  for (const { key, ...body } of productsData.products)
    places.products.set(key, (await services.standards.createProduct(caller, body)).id);
  return places;
}

/** Well-formed, with its check character, and made up. */
function inventedCreditCode(divisionCode: string, index: number): string {
  const first17 = `93${divisionCode.slice(0, 6)}MADEM${String(index).padStart(3, '0')}X`;
  return first17 + creditCodeCheckCharacter(first17);
}
