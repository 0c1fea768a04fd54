import type { Api } from './api.ts';

/** A sample that was drawn and is in the laboratory: it takes results. */
export async function receiveSample(
  api: Api,
  batchCode: unknown,
  planKind = 'supervised-check',
): Promise<{ id: string; number: string }> {
  const { id, number } = await api.create('/api/v1/samples', { batchCode, planKind });
  const { status } = await api.post(`/api/v1/samples/${id}/receive`, {});
  if (status !== 200) throw new Error(`the sample is not received: ${status}`);
  return { id: String(id), number: String(number) };
}
