import { expect } from 'chai';
import type { ThresholdRule } from './thresholds.ts';
import { isWithin, linesFor, rulesFor } from './thresholds.ts';

const rule = (more: Partial<ThresholdRule>): ThresholdRule => ({
  id: '1',
  name: 'r',
  kind: 'threshold',
  level: 'red',
  metric: 'temperature',
  unit: 'Cel',
  comparison: 'above',
  limit: 8,
  clearAt: 7,
  durationSeconds: 0,
  divisionCode: '611000',
  version: 1,
  family: '1',
  state: 'in-force',
  createdBy: 'system',
  createdAt: '2026-05-03T08:00:00Z',
  allowed: [],
  refused: [],
  ...more,
});

describe('console: thresholds of a curve', () => {
  const device = { id: 'D1', kind: 'sensor', divisionCode: '611002104', siteKind: 'cold-room', siteProductIds: ['p1'] };

  it('knows the subtree of a city, a county and a town', () => {
    expect(isWithin('611002104', '611000')).to.equal(true);
    expect(isWithin('611002104', '611002')).to.equal(true);
    expect(isWithin('611021', '611002')).to.equal(false);
    expect(isWithin('611002', '611002104')).to.equal(false);
  });

  it('takes rules of this metric, place and kind of site', () => {
    expect(
      rulesFor(
        [rule({}), rule({ siteKind: 'cold-room', deviceKind: 'sensor', productId: 'p1' }), rule({ deviceId: 'D1' })],
        device,
        'temperature',
      ),
    ).to.have.length(3);
  });

  it('leaves out rules of other devices, metrics, kinds of site and divisions', () => {
    const others = [
      rule({ deviceId: 'D2' }),
      rule({ metric: 'humidity' }),
      rule({ siteKind: 'plot' }),
      rule({ deviceKind: 'gateway' }),
      rule({ productId: 'p2' }),
      rule({ divisionCode: '611021' }),
    ];
    expect(rulesFor(others, device, 'temperature')).to.deep.equal([]);
  });

  it("draws one line for one limit, named after the device's own rule", () => {
    const own = rule({ id: '2', deviceId: 'D1' });
    const other = rule({ id: '3', comparison: 'below', limit: -1 });
    expect(linesFor([rule({}), own, rule({}), other], device, 'temperature')).to.deep.equal([own, other]);
  });
});
