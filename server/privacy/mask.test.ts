import { expect } from 'chai';
import fc from 'fast-check';
import { mask } from './mask.ts';

describe('masking', () => {
  it('keeps the family name, the ends of a phone number and the division of an identity number', () => {
    expect(mask('name', '张三丰')).to.equal('张**');
    expect(mask('name', '𠮷田')).to.equal('𠮷*');
    expect(mask('phone', '13812345678')).to.equal('138****5678');
    expect(mask('id-number', '611002198001011234')).to.equal(`6110${'*'.repeat(14)}`);
  });

  it('never gives a short number away, and nothing at all of free text and secrets', () => {
    expect(mask('phone', '12316')).to.equal('****');
    expect(mask('id-number', '6110021980')).to.equal('****');
    expect([mask('text', '商州区某村 3 组'), mask('secret', 'JBSWY3DP')]).to.deep.equal(['***', '***']);
  });

  it('shows one character of a name at most, and none where it is the only one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        expect([...mask('name', name)].slice(1).join('')).to.match(/^\**$/);
        if ([...name].length === 1) expect(mask('name', name)).to.equal('*');
      }),
    );
  });
});
