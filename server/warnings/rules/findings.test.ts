import { expect } from 'chai';
import { applicableRules } from './applicable-rules.ts';
import { limitExceeded } from './limit-exceeded.ts';
import { rapidTestPositive } from './rapid-test-positive.ts';
import { streamWarningText } from './stream-warning.ts';

const finding = {
  batchCode: 'SL2026001',
  sampleNumber: 'S-1',
  analyte: '毒死蜱',
  analyteKey: 'chlorpyrifos',
  value: '0.08',
  unit: 'mg/kg',
};

describe('warnings: limit exceeded', () => {
  it('is orange above a limit and names limit and standard in both languages', () => {
    const warning = limitExceeded({ ...finding, limit: '0.02', standard: 'GB 2763-2026', banned: false });
    expect(warning.level).to.equal('orange');
    expect(warning.detail.zh).to.equal('样品 S-1 检出毒死蜱 0.08 mg/kg，限量 0.02 mg/kg（GB 2763-2026）');
    expect(warning.detail.en).to.equal('Sample S-1: 毒死蜱 0.08 mg/kg; limit 0.02 mg/kg (GB 2763-2026)');
  });

  it('names the analyte in English where that is known', () => {
    const { title } = limitExceeded({ ...finding, analyteEn: 'chlorpyrifos', banned: false });
    expect(title.en).to.equal('Batch SL2026001: chlorpyrifos above its limit');
    expect(title.zh).to.contain('毒死蜱');
  });

  it('is red for a banned substance', () => {
    const warning = limitExceeded({ ...finding, banned: true });
    expect(warning.level).to.equal('red');
    expect(warning.title.zh).to.contain('禁用物质');
  });

  it('is one condition for one batch and analyte, whatever the sample', () => {
    const key = (changes: object) => limitExceeded({ ...finding, banned: false, ...changes }).conditionKey;
    expect(key({ sampleNumber: 'S-2', value: '1', analyte: 'Chlorpyrifos' })).to.equal(key({}));
    expect(key({ analyteKey: 'dimethoate' })).to.not.equal(key({}));
    expect(key({ batchCode: 'SL2026002' })).to.not.equal(key({}));
  });
});

describe('warnings: rapid test positive', () => {
  it('is yellow and asks for a laboratory confirmation', () => {
    const warning = rapidTestPositive({
      batchCode: 'SL2026001',
      analyte: '有机磷',
      value: '68',
      unit: '%',
      positiveFrom: '50',
      method: 'GB/T 5009.199',
    });
    expect(warning.level).to.equal('yellow');
    expect(warning.detail.zh).to.equal('快检有机磷 68 %，判定阳性界限 50 %（GB/T 5009.199）；须送实验室确证');
    expect(warning.conditionKey).to.equal('rapid-test-positive|SL2026001|有机磷');
  });
});

describe('warnings: threshold text', () => {
  it('names place, value, limit and duration', () => {
    const text = streamWarningText({
      rule: {
        kind: 'threshold',
        name: '冷库',
        nameEn: 'Cold room',
        metric: 'temperature',
        unit: 'Cel',
        comparison: 'above',
        limit: 8,
        clearAt: 7,
        durationSeconds: 600,
      },
      device: { deviceName: '探头1', siteName: '城关冷库' },
      state: { raised: true },
      value: 9.2,
    });
    expect(text.title).to.deep.equal({ zh: '城关冷库：温度过高', en: '城关冷库: temperature too high' });
    expect(text.detail.zh).to.equal('设备“探头1”测得温度 9.2 °C，高于界限 8 °C，已持续 10 分钟（规则：冷库）');
    expect(text.detail.en).to.match(/for 10 min \(rule: Cold room\)$/);
  });
});

describe('warnings: text of the other kinds', () => {
  const device = { deviceName: '探头1', siteName: '城关冷库' };
  const temperature = { name: '冷库', metric: 'temperature', unit: 'Cel', limit: 5, windowSeconds: 1800 };

  it('tells by how much a value changed', () => {
    const text = streamWarningText({
      rule: { kind: 'rate-of-change', ...temperature, direction: 'rising', clearAt: 2 },
      device,
      state: { raised: true, parts: [{ from: 0, lowest: 1.1, highest: 3 }] },
      value: 7.4,
    });
    expect(text.title.zh).to.equal('城关冷库：温度上升过快');
    expect(text.detail.zh).to.include('30 分钟内温度上升 6.3 °C，超过 5 °C，现为 7.4 °C');
  });

  it('tells how often a limit was passed', () => {
    const text = streamWarningText({
      rule: { kind: 'count-in-window', ...temperature, comparison: 'above', count: 3 },
      device,
      state: { raised: true },
      value: 6,
    });
    expect(text.title).to.deep.equal({ zh: '城关冷库：温度多次过高', en: '城关冷库: temperature repeatedly too high' });
    expect(text.detail.en).to.include('above 5 °C 3 times within 30 min');
  });

  it('tells how long a device has been silent', () => {
    const text = streamWarningText({
      rule: { kind: 'silence', name: '失联', silentSeconds: 1800 },
      device,
      state: { raised: true },
    });
    expect(text.title).to.deep.equal({ zh: '城关冷库：设备失联', en: '城关冷库: device silent' });
    expect(text.detail.zh).to.equal('设备“探头1”超过 30 分钟没有上报任何数据（规则：失联）');
  });
});

describe('warnings: applicable rules', () => {
  const rule = (name: string, divisionCode: string, more: object = {}) => ({
    name,
    metric: 'temperature',
    divisionCode,
    ...more,
  });
  const rules = applicableRules([
    rule('city', '611000'),
    rule('county', '611002'),
    rule('other county', '611021'),
    rule('cold rooms', '611000', { siteKind: 'cold-room' }),
    rule('one device', '611002', { deviceId: 'd1' }),
    rule('one device, other county', '611021', { deviceId: 'd1' }),
    rule('walnuts', '611000', { productId: 'p1' }),
    rule('gateways', '611000', { deviceKind: 'gateway' }),
    rule('humidity', '611000', { metric: 'humidity' }),
  ] as { name: string; metric: string; divisionCode: string; siteKind?: string; deviceId?: string }[]);
  const names = (deviceId: string, place: Parameters<typeof rules.of>[2]) =>
    rules.of('temperature', deviceId, place).map(({ name }) => name);

  it('takes the rules of the own division and those above', () => {
    expect(names('d2', { divisionCode: '611002001' })).to.have.members(['city', 'county']);
  });

  it('takes a site kind and a device only where they fit, and inside the rule’s division', () => {
    expect(names('d1', { divisionCode: '611002', siteKind: 'cold-room' })).to.have.members([
      'city',
      'county',
      'cold rooms',
      'one device',
    ]);
  });

  it('takes a product and a device kind only where the place is known to have them', () => {
    expect(names('d2', { divisionCode: '611021', productIds: ['p2', 'p1'], deviceKind: 'sensor' })).to.have.members([
      'city',
      'other county',
      'walnuts',
    ]);
    expect(names('d2', { divisionCode: '611021', productIds: [], deviceKind: 'gateway' })).to.have.members([
      'city',
      'other county',
      'gateways',
    ]);
  });

  it('knows which metrics any rule concerns', () => {
    expect(rules.concerns('humidity')).to.equal(true);
    expect(rules.concerns('battery')).to.equal(false);
  });
});
