import { expect } from 'chai';
import fc from 'fast-check';
import { emptyRoot, leafHash } from './hash.ts';
import { completedBy, consistencyRanges, inclusionRanges, joined, type Range, subtreesOf } from './tree.ts';
import { provesConsistency, provesInclusion } from './verify.ts';

/** The test inputs that implementations of RFC 6962 share, and the roots of the trees of the first n of them. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => Buffer.from(hex, 'hex'),
);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The hash of a range straight from the definition: split at the largest power of two, and again. */
function defined(leaves: readonly Buffer[], { begin, end }: Range): Buffer {
  return joined(subtreesOf({ begin, end }).map(({ level, index }) => complete(leaves, level, index)));
}

function complete(leaves: readonly Buffer[], level: number, index: number): Buffer {
  if (level === 0) return leafHash(leaves[index] as Buffer);
  return joined([complete(leaves, level - 1, index * 2), complete(leaves, level - 1, index * 2 + 1)]);
}

const rootOf = (leaves: readonly Buffer[], size = leaves.length) => defined(leaves, { begin: 0, end: size });
const hashes = (leaves: readonly Buffer[], ranges: Range[]) => ranges.map((range) => defined(leaves, range));
const shown = (proof: Buffer[]) => proof.map((hash) => hash.toString('hex').replace(/^(.{8}).*(.{6})$/, '$1…$2'));

const someLeaves = fc
  .uniqueArray(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 40 })
  .map((texts) => texts.map((text) => Buffer.from(text)));

describe('the Merkle tree of RFC 9162', () => {
  it('has the known roots', () => {
    expect(emptyRoot.toString('hex')).to.equal(roots[0]);
    expect(inputs.map((_input, index) => rootOf(inputs, index + 1).toString('hex'))).to.deep.equal(roots.slice(1));
  });

  it('gives the known proofs', () => {
    expect(shown(hashes(inputs, inclusionRanges(0, 8)))).to.deep.equal([
      '96a296d2…09cfc7',
      '5f083f0a…e3031e',
      '6b47aaf2…9bf6e4',
    ]);
    expect(shown(hashes(inputs, inclusionRanges(5, 8)))).to.deep.equal([
      'bc1a0643…599e6b',
      'ca854ea1…5a0ae0',
      'd37ee418…9614b7',
    ]);
    expect(shown(hashes(inputs, inclusionRanges(2, 3)))).to.deep.equal(['fac54203…e3c125']);
    expect(hashes(inputs, consistencyRanges(1, 8))).to.deep.equal(hashes(inputs, inclusionRanges(0, 8)));
    expect(shown(hashes(inputs, consistencyRanges(6, 8)))).to.deep.equal([
      '0ebc5d34…58ef6a',
      'ca854ea1…5a0ae0',
      'd37ee418…9614b7',
    ]);
    expect(shown(hashes(inputs, consistencyRanges(2, 5)))).to.deep.equal(['5f083f0a…e3031e', 'bc1a0643…599e6b']);
    expect(consistencyRanges(8, 8)).to.deep.equal([]);
    expect(consistencyRanges(0, 8)).to.deep.equal([]);
  });

  it('proves each leaf, and no other in its place', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), fc.nat(), (leaves, first, second) => {
        const [index, other] = [first % leaves.length, second % leaves.length];
        const tree = { size: leaves.length, root: rootOf(leaves) };
        const proof = hashes(leaves, inclusionRanges(index, tree.size));
        const hash = leafHash(leaves[index] as Buffer);
        expect(provesInclusion({ hash, index }, proof, tree)).to.equal(true);
        if (other !== index) expect(provesInclusion({ hash, index: other }, proof, tree)).to.equal(false);
        expect(provesInclusion({ hash: leafHash(Buffer.from('another')), index }, proof, tree)).to.equal(false);
        expect(provesInclusion({ hash, index }, [...proof, hash], tree)).to.equal(false);
        if (proof.length > 0) expect(provesInclusion({ hash, index }, proof.slice(1), tree)).to.equal(false);
        expect(provesInclusion({ hash, index: tree.size }, proof, tree)).to.equal(false);
      }),
    );
  });

  it('proves that it only grew, and nothing when an old leaf was changed', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), fc.nat(), (leaves, earlier, changed) => {
        const size = (earlier % leaves.length) + 1;
        const older = { size, root: rootOf(leaves, size) };
        const newer = { size: leaves.length, root: rootOf(leaves) };
        const proof = hashes(leaves, consistencyRanges(size, leaves.length));
        expect(provesConsistency(older, proof, newer)).to.equal(true);
        if (size < leaves.length) expect(provesConsistency(older, [...proof, older.root], newer)).to.equal(false);
        const forged = [...leaves];
        forged[changed % size] = Buffer.from('forged');
        const other = { size: leaves.length, root: rootOf(forged) };
        expect(provesConsistency(older, hashes(forged, consistencyRanges(size, leaves.length)), other)).to.equal(false);
      }),
    );
  });

  it('completes each subtree once, with its last leaf', () => {
    const all = Array.from({ length: 64 }, (_, index) => completedBy(index)).flat();
    expect(new Set(all.map(({ level, index }) => `${level}/${index}`)).size).to.equal(all.length);
    expect(all).to.have.length(63);
    expect(completedBy(7)).to.deep.equal([
      { level: 1, index: 3 },
      { level: 2, index: 1 },
      { level: 3, index: 0 },
    ]);
  });

  it('refuses leaves and sizes that do not exist', () => {
    expect(() => inclusionRanges(3, 3)).to.throw(RangeError);
    expect(() => inclusionRanges(-1, 3)).to.throw(RangeError);
    expect(() => consistencyRanges(4, 3)).to.throw(RangeError);
  });
});
