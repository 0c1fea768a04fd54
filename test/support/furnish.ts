import { registerBatch, registerFarm } from './farm.ts';
import type { TestPlatform } from './platform.ts';
import type { Known } from './plausible.ts';
import { receiveSample } from './sample.ts';

/** One record of each kind, and what a body has to name so that it goes with them. */
export async function furnish(test: TestPlatform): Promise<{ known: Known; ids: Record<string, string> }> {
  const { admin } = test;
  const farm = await registerFarm(admin);
  const batch = await registerBatch(admin, farm);
  await admin.create('/api/v1/devices', { id: 'sensor-1', name: '一号', kind: 'sensor' });
  const sample = await receiveSample(admin, batch);
  const failing = { analyte: '噻虫胺', value: '0.2', unit: 'mg/kg', loq: '0.01' };
  await admin.create(`/api/v1/samples/${sample.id}/results`, failing);
  const [warning] = await admin.list<{ id: string }>('/api/v1/warnings');
  await test.signInAs('somebody', ['sampler'], '611002');
  const [somebody] = await admin.list<{ id: string }>('/api/v1/users?username=somebody');
  const ids = {
    producers: farm.producerId,
    sites: farm.siteId,
    products: farm.productId,
    batches: batch,
    devices: 'sensor-1',
    samples: sample.id,
    warnings: String(warning?.id),
    users: String(somebody?.id),
    divisions: '611002',
  };
  const byName = {
    ...farm,
    batch,
    batchCode: await registerBatch(admin, farm),
    divisionCode: '611002',
    phone: '0914 2312345',
    password: 'a good password of some length',
    // A policy that asks no second factor of whoever goes on testing.
    roles: 'analyst',
    secondFactorRoles: 'analyst',
    scope: 'batches:read',
    device: 'sensor-1',
    kind: 'silence',
    categoryCode: 'celery',
    analyte: '噻虫胺',
    unit: 'mg/kg',
    metric: 'any-metric',
    resource: 'batches',
    record: batch,
  };
  const others = [farm.siteId, batch, '611002', '1', 'sensor', 'sixteen-letters-1'];
  return { known: { byName, others, absent: ['ignored'] }, ids };
}
