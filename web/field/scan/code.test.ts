import { expect } from 'chai';
import fc from 'fast-check';
import { hasCheckDigit, readCode } from './code.ts';

const origin = 'https://trace.example';

describe('field app: what a code says', () => {
  it('knows the batches of this platform, by page, by Digital Link and by hand', () => {
    expect(readCode(`${origin}/q/DEMO-V6`, origin)).to.deep.include({ kind: 'batch', path: '/q/DEMO-V6' });
    expect(readCode(`${origin}/01/06901234567892/10/L1%2F2`, origin)).to.deep.include({
      path: '/01/06901234567892/10/L1%2F2',
      code: 'L1/2',
    });
    expect(readCode(`${origin}/01/06901234567892`, origin)).to.not.have.property('code');
    expect(readCode(' DEMO-V6 ', origin)).to.deep.include({ kind: 'batch', path: '/q/DEMO-V6', code: 'DEMO-V6' });
  });

  it('leads nowhere by a code of somebody else', () => {
    expect(readCode('https://elsewhere.example/q/DEMO-V6', origin)).to.include({ kind: 'other' });
    expect(readCode('javascript:alert(1)', origin)).to.include({ kind: 'other' });
    expect(readCode(`${origin}/console/users`, origin)).to.include({ kind: 'other' });
    expect(readCode('https://elsewhere.example/01/06901234567892', origin)).to.include({ kind: 'gtin', checked: true });
  });

  it('finds every single wrong digit of a GTIN', () => {
    const digits = fc.stringMatching(/^\d{12}$/);
    fc.assert(
      fc.property(digits, fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, place, by) => {
        const whole = [...Array(10).keys()].map((check) => `${body}${check}`).find(hasCheckDigit) ?? '';
        const wrong = [...whole].map((digit, index) => (index === place ? (Number(digit) + by) % 10 : digit)).join('');
        expect(readCode(whole, origin)).to.include({ kind: 'gtin', checked: true });
        expect(readCode(wrong, origin)).to.include({ kind: 'gtin', checked: false });
      }),
    );
  });
});
