import { expect } from 'chai';
import { foreignSources } from './foreign-sources.ts';

describe('the lots of others that a lot was made of', () => {
  const owners: Record<string, string> = { mixed: 'me', sorted: 'me', bought: 'farm', older: 'farm', second: 'other' };
  const owner = (lot: string) => owners[lot];

  it('are the nearest ones, also by way of own lots', () => {
    const edges = [
      { from: 'sorted', to: 'mixed' },
      { from: 'bought', to: 'sorted' },
      { from: 'older', to: 'bought' },
      { from: 'second', to: 'mixed' },
    ];
    expect(foreignSources('mixed', edges, owner)).to.have.members(['bought', 'second']);
  });

  it('are none for an own harvest, for lots of other systems, or round a circle', () => {
    expect(foreignSources('mixed', [], owner)).to.deep.equal([]);
    expect(foreignSources('mixed', [{ from: 'unknown', to: 'mixed' }], owner)).to.deep.equal([]);
    const circle = [
      { from: 'mixed', to: 'sorted' },
      { from: 'sorted', to: 'mixed' },
    ];
    expect(foreignSources('mixed', circle, owner)).to.deep.equal([]);
  });
});
