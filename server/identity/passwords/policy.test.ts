import { expect } from 'chai';
import fc from 'fast-check';
import common from './data/common-passwords.json' with { type: 'json' };
import { hashPassword, matchesPassword } from './hashing.ts';
import { weaknessOf } from './policy.ts';

const listed = common.entries.split(' ');

describe('a password', () => {
  it('is refused for what is wrong with it', () => {
    for (const [password, weakness] of [
      ['short', 'too-short'],
      ['x'.repeat(257), 'too-long'],
      ['Gardener-of-roses', 'holds-the-user-name'],
      ['abababababab', 'too-uniform'],
      ['1234567890', 'runs-in-order'],
      ['9876543210', 'runs-in-order'],
      ['abcdefghijklm', 'runs-in-order'],
      ['Basketball', 'common'],
      ['password2026!', 'common'],
      ['2026-Shangluo-2026', 'common'],
    ] as const)
      expect(weaknessOf(password, 'gardener'), password).to.equal(weakness);
  });

  it('is taken when it is long and its own, in any script', () => {
    for (const password of ['four quiet river stones', '秦岭深处有人家一二三四', 'tq7-Vm2x-0pLz'])
      expect(weaknessOf(password, 'gardener'), password).to.equal(undefined);
  });

  it('is never taken when it is listed, however its letters are written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...listed), fc.boolean(), (password, upper) => {
        expect(weaknessOf(upper ? password.toUpperCase() : password, 'gardener')).to.not.equal(undefined);
      }),
    );
  });

  it('is never taken with the user name in it', () => {
    const names = fc.stringMatching(/^[a-z][a-z0-9]{1,15}$/);
    fc.assert(
      fc.property(names, fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (name, before, after) => {
        expect(weaknessOf(`${before}${name.toUpperCase()}${after}`, name)).to.not.equal(undefined);
      }),
    );
  });

  it('counts characters, not bytes or halves of them', () => {
    expect(weaknessOf('🌱🌾🍎🥬🐝🚜🌽🥕🍅', 'gardener')).to.equal('too-short');
    expect(weaknessOf('🌱🌾🍎🥬🐝🚜🌽🥕🍅🍇', 'gardener')).to.equal(undefined);
  });

  it('is kept as argon2id with 19 MiB, two passes and one lane, and matches in every form of its letters', async () => {
    const stored = await hashPassword('re\u0301sume\u0301 of the field');
    expect(stored).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await matchesPassword(stored, 'r\u00e9sum\u00e9 of the field')).to.equal(true);
    expect(await matchesPassword(stored, 'resume of the field')).to.equal(false);
  });
});
