import { expect } from 'chai';
import type { Api } from '../support/api.ts';
import { type Farm, registerBatch } from '../support/farm.ts';
import { type Stage, take } from './stage.ts';

/** A sample above its limit, reported and verified by two persons. */
export async function failSample(stage: Stage, farm: Farm, planKind: string) {
  const admin: Api = await stage.as('admin');
  const batchCode = await registerBatch(admin, farm);
  const sample = await admin.create('/api/v1/samples', { batchCode, planKind });
  await take(admin, `samples/${sample.id}`, 'receive');
  const result = { analyte: '噻虫胺', value: '0.2', unit: 'mg/kg', loq: '0.01' };
  await admin.create(`/api/v1/samples/${sample.id}/results`, result);
  await take(admin, `samples/${sample.id}`, 'report');
  await stage.later(0);
  await take(await stage.as('reviewer'), `samples/${sample.id}`, 'verify');
  await stage.later(0);
  const batch = (await (await stage.as('admin')).get(`/api/v1/batches/${batchCode}`)).body;
  expect(batch.status, 'the batch of a failed sample').to.equal('held');
  return { batchCode, sampleId: String(sample.id), number: String(sample.number) };
}
