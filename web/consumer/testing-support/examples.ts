import type { EnvironmentCurve, JourneyStep, Test, TraceView, Verdict } from '../trace-view.ts';

type Result = Test['results'][number];

export const passed: Result = {
  analyte: '毒死蜱',
  analyteEn: 'chlorpyrifos',
  value: '0.02',
  unit: 'mg/kg',
  verdict: 'pass',
  limit: '0.5',
  standard: 'GB 2763-2026',
  explanation: {
    zh: '0.02 mg/kg 不高于番茄的限量 0.5 mg/kg',
    en: '0.02 mg/kg is not above the limit for tomato, 0.5 mg/kg',
  },
};

export const notDetected: Result = {
  ...passed,
  analyte: '氧乐果',
  analyteEn: 'omethoate',
  value: '<0.01',
  limit: '0.02',
};

export const failed: Result = {
  ...passed,
  analyte: '敌敌畏',
  analyteEn: 'dichlorvos',
  value: '0.48',
  limit: '0.2',
  verdict: 'fail',
  explanation: { zh: '0.48 mg/kg 高于限量 0.2 mg/kg', en: '0.48 mg/kg is above the limit of 0.2 mg/kg' },
};

export const withoutLimit: Result = {
  analyte: '烯啶虫胺',
  analyteEn: 'nitenpyram',
  value: '0.03',
  unit: 'mg/kg',
  verdict: 'no-limit',
  explanation: { zh: '现行标准没有规定番茄中的限量', en: 'The standard in force sets no limit for tomato' },
};

export function testOf(changes: Partial<Test> = {}): Test {
  return {
    sampleNumber: 'SL2026-0503-017',
    planKind: 'routine-monitoring',
    batchCode: 'SZ-TOM-20260502-01',
    ownBatch: true,
    drawnAt: '2026-05-03T01:30:00Z',
    verified: true,
    verdict: 'pass',
    results: [
      passed,
      notDetected,
      { ...passed, analyte: '多菌灵', analyteEn: 'carbendazim', value: '<LOQ', limit: '3' },
    ],
    ...changes,
  };
}

export function curveOf(changes: Partial<EnvironmentCurve> = {}, count = 200): EnvironmentCurve {
  const start = Date.parse('2026-04-01T00:00:00Z');
  const points = Array.from({ length: count }, (_, index) => ({
    at: new Date(start + index * 3_600_000).toISOString(),
    value: 22 + 6 * Math.sin(index / 3.8) + Math.sin(index * 1.7) + index / 100,
  }));
  return {
    metric: 'temperature',
    unit: 'Cel',
    siteName: '三号大棚',
    siteKind: 'greenhouse',
    from: '2026-04-01T00:00:00Z',
    to: new Date(start + count * 3_600_000).toISOString(),
    points,
    permitted: { above: 10, below: 35 },
    ...changes,
  };
}

const steps: Partial<JourneyStep>[] = [
  { step: 'sow', at: '2026-01-12T01:00:00Z', place: '三号大棚' },
  { step: 'irrigate', at: '2026-02-20T00:30:00Z', place: '三号大棚' },
  {
    step: 'treat',
    at: '2026-03-18T02:00:00Z',
    place: '三号大棚',
    input: { name: '吡虫啉 10% 可湿性粉剂', dose: '20 g/亩' },
  },
  { step: 'harvest', at: '2026-05-02T22:10:00Z', place: '三号大棚', quantity: { value: 1200, unit: 'kg' } },
  { step: 'transform', at: '2026-05-03T03:00:00Z', place: '沙河子分拣中心', quantity: { value: 480, unit: 'kg' } },
  { step: 'ship', at: '2026-05-03T08:00:00Z', place: '沙河子分拣中心', destination: '商州区中心市场' },
  { step: 'receive', at: '2026-05-03T10:45:00Z', place: '商州区中心市场' },
];

export const journey: JourneyStep[] = steps.map((step, index) => ({
  step: 'sow',
  at: '2026-01-12T01:00:00Z',
  batchCode: index < 4 ? 'SZ-TOM-20260502-01' : 'SZ-TOM-20260503-07',
  ownBatch: index >= 4,
  ...step,
}));

export function viewOf(changes: Partial<TraceView> = {}): TraceView {
  return {
    code: 'SZ-TOM-20260503-07',
    url: 'https://trace.example.cn/q/SZ-TOM-20260503-07',
    asOf: '2026-05-06T02:20:00Z',
    product: { name: '番茄', nameEn: 'Tomato' },
    quantity: { value: 480, unit: 'kg' },
    origin: {
      producerName: '商州区沙河子镇绿源蔬菜专业合作社',
      producerKind: 'cooperative',
      divisionNames: ['商洛市', '商州区', '沙河子镇'],
      divisionNamesEn: ['Shangluo', 'Shangzhou District', 'Shahezi Town'],
      siteName: '三号大棚',
    },
    status: 'normal',
    verdict: 'passed-official',
    alerts: [],
    journey,
    tests: [testOf()],
    conformity: [],
    certificates: [],
    environment: [curveOf()],
    missing: [
      { zh: '没有运输途中的温度记录。', en: 'There is no temperature record of the transport.' },
      { zh: '没有承诺达标合格证。', en: 'There is no conformity certificate.' },
    ],
    ...changes,
  };
}

export const redAlert: TraceView['alerts'][number] = {
  level: 'red',
  title: { zh: '敌敌畏超过限量', en: 'Dichlorvos above its limit' },
  detail: {
    zh: '监督抽查样品测得 0.48 mg/kg,限量 0.2 mg/kg。',
    en: 'Supervised check found 0.48 mg/kg, limit 0.2 mg/kg.',
  },
  at: '2026-05-05T06:30:00Z',
};

/** One view for each verdict, with the tests such a verdict comes from. */
export const byVerdict: Record<Verdict, TraceView> = {
  'passed-official': viewOf(),
  'passed-commissioned': viewOf({ verdict: 'passed-commissioned', tests: [testOf({ planKind: 'commissioned' })] }),
  'passed-self': viewOf({ verdict: 'passed-self', tests: [testOf({ planKind: 'self-check' })] }),
  'tested-no-limit': viewOf({
    verdict: 'tested-no-limit',
    tests: [testOf({ verdict: 'no-limit', results: [withoutLimit] })],
  }),
  'test-pending': viewOf({
    verdict: 'test-pending',
    tests: [testOf({ verdict: 'pending', verified: false, results: [] })],
  }),
  'not-tested': viewOf({ verdict: 'not-tested', tests: [] }),
  failed: viewOf({
    verdict: 'failed',
    tests: [testOf({ planKind: 'supervised-check', verdict: 'fail', results: [passed, withoutLimit, failed] })],
  }),
  held: viewOf({ verdict: 'held', status: 'held', alerts: [redAlert] }),
  recalled: viewOf({ verdict: 'recalled', status: 'recalled', alerts: [redAlert] }),
};

/** 20 steps, 3 tests of 10 results, 4 curves of 200 points: a batch with much to show. */
export function largeView(): TraceView {
  const analytes = [
    '毒死蜱',
    '氧乐果',
    '多菌灵',
    '吡虫啉',
    '啶虫脒',
    '氯氰菊酯',
    '腐霉利',
    '百菌清',
    '苯醚甲环唑',
    '阿维菌素',
  ];
  const results = analytes.map((analyte, index) => ({
    ...passed,
    analyte,
    value: index % 3 === 0 ? '<0.01' : (0.013 * (index + 1)).toFixed(3),
    explanation: {
      zh: `${analyte}在番茄中的限量为 0.5 mg/kg(GB 2763-2026 第 4.${index + 1} 条),测得值不高于限量`,
      en: `The limit of ${analyte} in tomato is 0.5 mg/kg (GB 2763-2026, 4.${index + 1}); the value is not above it`,
    },
  }));
  const noise = (index: number): number => ((index * 7919) % 1013) / 101.3;
  const curves = ['air-temperature', 'humidity', 'soil-moisture', 'illuminance'].map((metric, curve) => {
    const base = curveOf({ metric, unit: curve === 0 ? 'Cel' : curve === 3 ? 'lx' : '%' });
    const points = base.points.map(({ at, value }, index) => ({
      at,
      value: value * (curve + 1) + noise(index + curve * 31),
    }));
    return { ...base, points };
  });
  return viewOf({
    journey: Array.from({ length: 20 }, (_, index) => ({
      step: 'irrigate',
      at: new Date(Date.parse('2026-01-12T01:00:00Z') + index * 461_000_000).toISOString(),
      batchCode: 'SZ-TOM-20260502-01',
      ownBatch: index > 12,
      place: `第 ${index + 1} 号大棚`,
      input: { name: `投入品 ${index * 37}`, dose: `${index + 3} g/亩` },
      quantity: { value: 100 + index * 13, unit: 'kg' },
    })),
    tests: ['routine-monitoring', 'commissioned', 'self-check'].map((planKind, index) =>
      testOf({ planKind: planKind as Test['planKind'], sampleNumber: `SL2026-05-${index}`, results }),
    ),
    environment: curves,
  });
}
