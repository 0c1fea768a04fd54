import { expect } from 'chai';
import { explain, type Weakness, weaknessOf } from '../../../server/identity/passwords/policy.ts';
import { wordsOf } from './problem-words.ts';

describe('the words of what is wrong with a password', () => {
  const weak: Record<Weakness, string> = {
    'too-short': 'short',
    'too-long': 'four quiet river stones '.repeat(20),
    'holds-the-user-name': 'wang.fang and more',
    'too-uniform': 'aaaaaaaaaaaabbbb',
    'runs-in-order': '1234567890',
    common: 'Password2026',
  };

  for (const [weakness, password] of Object.entries(weak) as [Weakness, string][])
    it(`are Chinese for ${weakness}, and as the server says in English`, () => {
      expect(weaknessOf(password, 'wang.fang')).to.equal(weakness);
      expect(wordsOf(explain(weakness), 'zh')).to.match(/\p{Script=Han}/u);
      expect(wordsOf(explain(weakness), 'en')).to.equal(explain(weakness));
    });

  it('keep the figure', () => {
    expect(wordsOf('Too many failed attempts; the next one may be made in 12 s', 'zh')).to.include('12 秒');
  });
});
