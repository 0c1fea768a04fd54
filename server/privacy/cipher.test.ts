import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { createFieldCipher, isSealed, type Place, Unreadable } from './cipher.ts';
import { dataKeyOf, readDataKeys } from './data-keys.ts';

const place: Place = { collection: 'producers', record: '0'.repeat(24), field: 'phone' };
const newKey = () => dataKeyOf(randomBytes(32));

describe('a field cipher', () => {
  const cipher = createFieldCipher([newKey()]);

  it('gives back what it was given, and nothing of it shows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = cipher.seal(text, place);
        expect(isSealed(sealed)).to.equal(true);
        expect(cipher.open(sealed, place)).to.equal(text);
        if (text.length > 5) expect(sealed).not.to.include(text);
        expect(cipher.seal(text, place)).not.to.equal(sealed);
      }),
    );
  });

  it('opens at its own place alone', () => {
    const sealed = cipher.seal('13800001234', place);
    for (const other of [
      { ...place, collection: 'users' },
      { ...place, record: '1'.repeat(24) },
      { ...place, field: 'contactName' },
      { collection: 'producers', record: `${place.record}phone`, field: '' },
    ])
      expect(() => cipher.open(sealed, other), JSON.stringify(other)).to.throw(Unreadable);
  });

  it('opens no ciphertext of which a character was changed', () => {
    const sealed = cipher.seal('13800001234', place);
    const body = sealed.lastIndexOf(':') + 1;
    fc.assert(
      fc.property(fc.integer({ min: body, max: sealed.length - 1 }), fc.constantFrom(...'AaZz09-_'), (at, other) => {
        fc.pre(sealed[at] !== other);
        const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
        expect(() => cipher.open(changed, place)).to.throw(Unreadable);
      }),
    );
    for (const wrong of ['', '13800001234', sealed.slice(0, body), sealed.slice(0, body + 20)])
      expect(() => cipher.open(wrong, place), wrong).to.throw(Unreadable);
  });

  it('reads what older keys have written and writes with the newest', () => {
    const [old, fresh] = [newKey(), newKey()];
    const before = createFieldCipher([old]);
    const after = createFieldCipher([fresh, old]);
    const sealed = before.seal('李四', place);
    expect(after.open(sealed, place)).to.equal('李四');
    expect([after.isCurrent(sealed), after.isCurrent(after.seal('李四', place))]).to.deep.equal([false, true]);
    expect(after.lookups('李四', place)).to.include.members(before.lookups('李四', place));
    expect(() => createFieldCipher([fresh]).open(sealed, place)).to.throw(Unreadable, old.id);
  });

  it('finds by a hash that differs between keys, fields and collections', () => {
    const [hash] = cipher.lookups('13800001234', place);
    expect(cipher.lookups('１３８００００１２３４', place)[0]).to.equal(hash);
    expect(cipher.lookups('13800001234', { ...place, field: 'fax' })[0]).not.to.equal(hash);
    expect(createFieldCipher([newKey()]).lookups('13800001234', place)[0]).not.to.equal(hash);
  });
});

describe('data keys', () => {
  it('are 32 bytes in base64, the newest first', () => {
    const [first, second] = [randomBytes(32), randomBytes(32)];
    const read = readDataKeys(`${first.toString('base64')}, ${second.toString('base64url')}`);
    expect(read?.map(({ id }) => id)).to.deep.equal([dataKeyOf(first).id, dataKeyOf(second).id]);
    for (const wrong of ['', 'secret', randomBytes(16).toString('base64'), `${first.toString('base64')},`])
      expect(readDataKeys(wrong), wrong).to.equal(null);
  });
});
