import type { Api } from './api.ts';

export interface Farm {
  producerId: string;
  siteId: string;
  productId: string;
}

/** A producer with a cold room, and a product with limits. */
export async function registerFarm(
  api: Api,
  divisionCode = '611002104',
  categoryCode = 'celery',
  creditCode?: string,
): Promise<Farm> {
  const producer = await api.create('/api/v1/producers', {
    name: `合作社 ${divisionCode}`,
    kind: 'cooperative',
    divisionCode,
    ...(creditCode && { creditCode }),
  });
  const producerId = String(producer.id);
  const site = await api.create('/api/v1/sites', { producerId, name: '冷库', kind: 'cold-room' });
  const products = await api.list<{ id: string; categoryCode: string }>('/api/v1/products');
  const known = products.find((product) => product.categoryCode === categoryCode);
  const product = known ?? (await api.create('/api/v1/products', { name: categoryCode, categoryCode }));
  return { producerId, siteId: String(site.id), productId: String(product.id) };
}

export async function registerBatch(api: Api, { producerId, siteId, productId }: Farm): Promise<string> {
  const quantity = { value: 100, unit: 'kg' };
  return String((await api.create('/api/v1/batches', { producerId, siteId, productId, quantity })).code);
}

/** Records that the outputs were made of the inputs. */
export function transform(api: Api, inputs: string[], outputs: string[], at = new Date()) {
  const named = (codes: string[]) => codes.map((batchCode) => ({ batchCode }));
  return api.post('/api/v1/events', {
    step: 'transform',
    at: at.toISOString(),
    inputs: named(inputs),
    outputs: named(outputs),
  });
}
