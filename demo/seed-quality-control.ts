import { analyst, laboratory, reviewer } from './laboratory.ts';
import { demoCaller, type Seeding } from './seeding.ts';

const day = 86_400_000;
const hour = 3_600_000;
const method = 'GB 23200.121-2026';
const control = {
  ...{ analyte: '吡虫啉', material: '茶叶质控样（演示）', lot: 'DEMO-1', unit: 'mg/kg' },
  kind: 'material' as const,
};
/** One control a day; the last is out of control. */
const values = ['0.098', '0.103', '0.099', '0.101', '0.097', '0.104', '0.109', '0.100', '0.102', '0.116'];

/** A control chart of ten days, at whose end a control fails and casts doubt on what was measured since the one before. */
export async function seedQualityControl({ services: { testing }, setTime, start }: Seeding): Promise<void> {
  const begin = start.getTime() - values.length * day;
  setTime(new Date(begin - day));
  await testing.setControlCriterion(reviewer, {
    ...{ ...control, method, mean: '0.100', sd: '0.004', source: '演示数据' },
  });
  for (const [index, value] of values.entries()) {
    const isLast = index === values.length - 1;
    if (isLast) await testSince(begin + index * day);
    setTime(new Date(begin + index * day + 2 * hour));
    const run = await testing.startTestRun(analyst, { name: `演示批 ${index + 1}`, method });
    await testing.enterControl(analyst, run.id, { ...control, value });
    if (!isLast) await testing.releaseTestRun(reviewer, run.id);
  }

  async function testSince(time: number): Promise<void> {
    setTime(new Date(time));
    const { id } = await testing.createSample(demoCaller('sampler', ['sampler']), {
      batchCode: 'DEMO-C4',
      planKind: 'self-check',
      laboratory,
    });
    await testing.receive(analyst, id, {});
    await testing.addResult(analyst, id, { analyte: '吡虫啉', value: '0.031', unit: 'mg/kg', loq: '0.01', method });
    await testing.assign(analyst, id, { asked: [{ analyte: '噻虫嗪', method, analyst: 'analyst' }] });
  }
}
