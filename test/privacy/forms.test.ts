import { expect } from 'chai';
import fc from 'fast-check';
import { told } from './forms.ts';

describe('looking for a value in an answer', () => {
  const value = '欧阳守田';

  it('finds it in every form', () => {
    const forms = [
      value,
      JSON.stringify({ name: value }),
      `?name=${encodeURIComponent(value)}`,
      '"\\u6b27\\u9633\\u5b88\\u7530"',
      '&#x6b27;&#x9633;&#x5b88;&#x7530;',
    ];
    for (const form of forms) expect(told(`before ${form} after`, [value]), form).to.deep.equal([value]);
    expect(told('欧***', [value])).to.deep.equal([]);
  });

  it('finds it in base64 wherever it begins', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const whole = Buffer.from(before + value + after);
        expect(told(whole.toString('base64'), [value])).to.deep.equal([value]);
        expect(told(whole.toString('base64url'), [value])).to.deep.equal([value]);
      }),
    );
  });
});
