import { expect } from 'chai';
import { asLocalInput, writeAmount, writeRelative, writeTime } from './format.ts';

describe('console: format', () => {
  it('writes UCUM units as people do', () => {
    expect(writeAmount(4.5, 'Cel', 'zh')).to.equal('4.5\u00a0°C');
    expect(writeAmount(62, '%', 'en')).to.equal('62%');
    expect(writeAmount(12, '{box}', 'zh')).to.equal('12\u00a0箱');
    expect(writeAmount(6.8, '[pH]', 'en')).to.equal('6.8');
  });

  it('leaves unknown units alone and rounds to three decimals', () => {
    expect(writeAmount(0.12345, 'mg/kg', 'en')).to.equal('0.123\u00a0mg/kg');
  });

  it('names the year only when it is another one', () => {
    const now = new Date('2026-05-03T12:00:00Z');
    expect(writeTime('2026-05-03T04:00:00Z', 'zh', now)).not.to.contain('2026');
    expect(writeTime('2025-05-03T04:00:00Z', 'zh', now)).to.contain('2025');
  });

  it('tells distances in the largest unit that fits', () => {
    const now = Date.parse('2026-05-03T12:00:00Z');
    expect(writeRelative('2026-05-03T11:57:00Z', now, 'zh')).to.equal('3分钟前');
    expect(writeRelative('2026-05-01T11:00:00Z', now, 'en')).to.equal('2 days ago');
    expect(writeRelative('2026-05-03T12:00:00Z', now, 'en')).to.equal('now');
  });

  it('gives the local form that a time field takes', () => {
    expect(asLocalInput(new Date(2026, 4, 3, 8, 5))).to.equal('2026-05-03T08:05');
  });
});
