import { expect } from 'chai';
import fc from 'fast-check';
import { gatewayText, isGatewaySilent } from './gateway-silence.ts';

describe('a silent gateway', () => {
  it('is told by half of its devices, and by three at least', () => {
    expect(isGatewaySilent({ behind: 2, silent: 2 })).to.equal(false);
    expect(isGatewaySilent({ behind: 3, silent: 3 })).to.equal(true);
    expect(isGatewaySilent({ behind: 6, silent: 3 })).to.equal(true);
    expect(isGatewaySilent({ behind: 7, silent: 3 })).to.equal(false);
    expect(isGatewaySilent({ behind: 50, silent: 24 })).to.equal(false);
    expect(gatewayText('网关1', { behind: 50, silent: 25 }).detail.zh).to.include('50 台设备中有 25 台');
  });

  it('is told no less the more of them are silent', () => {
    const count = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(count, count, (behind, silent) => {
        if (isGatewaySilent({ behind, silent })) expect(isGatewaySilent({ behind, silent: silent + 1 })).to.equal(true);
      }),
    );
  });
});
