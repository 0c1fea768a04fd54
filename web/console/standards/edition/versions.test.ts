import { expect } from 'chai';
import type { Standard } from '../../api/types.ts';
import { comparable, firstPair, keyOf, successor } from './versions.ts';

const edition = (code: string, version: number, replaces: string[] = [], kind: Standard['kind'] = 'pesticide') =>
  ({ code, version, replaces, kind }) as Standard;
const old = edition('GB 2763-2021', 1);
const now = [2, 1, 0].map((version) => edition('GB 2763-2026', version, ['GB 2763-2021']));
const bans = edition('禁限用农药名录', 0, [], 'banned');
const all = [...now, old, bans];
const keys = (list: readonly Standard[]) => list.map(keyOf);

describe('console: versions of a standard', () => {
  it('are compared with their own and with those of what they replace, or what replaces them', () => {
    expect(keys(comparable(all, 'GB 2763-2026'))).to.deep.equal(keys([...now, old]));
    expect(keys(comparable(all, 'GB 2763-2021'))).to.deep.equal(keys([...now, old]));
    expect(keys(comparable(all, bans.code))).to.deep.equal(keys([bans]));
    expect(comparable(all, 'GB 1')).to.deep.equal([]);
  });

  it('are first compared with the one before, or with the standard that took their place', () => {
    const first = (code: string, of = all) => firstPair(comparable(of, code), code);
    expect(first('GB 2763-2026')).to.deep.equal({ before: now[1], after: now[0] });
    const [newest] = now as [Standard];
    expect(first('GB 2763-2026', [newest, old])).to.deep.equal({ before: old, after: newest });
    expect(first('GB 2763-2021')).to.deep.equal({ before: old, after: now[0] });
    expect(first(bans.code)).to.deep.equal({});
  });

  it('know the next one', () => {
    expect(successor(all, now[2] as Standard)).to.equal(1);
    expect(successor(all, now[0] as Standard)).to.equal(undefined);
  });
});
