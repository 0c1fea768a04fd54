import { expect } from 'chai';
import { type Branch, treeOf } from './trace-tree.ts';

const edges = [
  { from: 'a', to: 'c' },
  { from: 'b', to: 'c' },
  { from: 'c', to: 'd' },
  { from: 'c', to: 'e' },
  { from: 'd', to: 'f' },
  { from: 'e', to: 'f' },
];

const outline = (branches: Branch[]): unknown =>
  branches.map(({ code, repeated, branches: below }) => [code + (repeated ? '*' : ''), outline(below)]);

describe('console: trace as a tree', () => {
  it('goes up to the sources', () => {
    expect(outline(treeOf('c', edges, 'up'))).to.deep.equal([
      ['a', []],
      ['b', []],
    ]);
  });

  it('goes down and unfolds a batch once', () => {
    expect(outline(treeOf('c', edges, 'down'))).to.deep.equal([
      ['d', [['f', []]]],
      ['e', [['f*', []]]],
    ]);
  });

  it('ends in a circle', () => {
    expect(
      outline(
        treeOf(
          'x',
          [
            { from: 'x', to: 'y' },
            { from: 'y', to: 'x' },
          ],
          'down',
        ),
      ),
    ).to.deep.equal([['y', [['x*', []]]]]);
  });
});
