import { expect } from 'chai';
import { foldTrace } from './trace-fold.ts';

const shops = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ code: `shop${index}`, status: 'normal' }));
const farm = { code: 'farm', status: 'normal' };
const toShops = (count: number) => Array.from({ length: count }, (_, index) => ({ from: 'farm', to: `shop${index}` }));

describe('console: folding of a large trace', () => {
  it('leaves a small trace alone', () => {
    expect(foldTrace([farm, ...shops(20)], toShops(20), 'farm').nodes).to.have.length(21);
  });

  it('folds the final lots of one origin', () => {
    const folding = foldTrace([farm, ...shops(200)], toShops(200), 'farm');
    expect(folding.nodes.map(({ members }) => members.length)).to.deep.equal([1, 200]);
    expect(folding.edges).to.deep.equal([{ from: 'farm', to: 'fold farm' }]);
  });

  it('never folds away a held lot or the one that was asked for', () => {
    const lots = shops(200).map((shop, index) => (index === 7 ? { ...shop, status: 'held' } : shop));
    const drawn = foldTrace([farm, ...lots], toShops(200), 'shop3').nodes.map(({ id }) => id);
    expect(drawn).to.include.members(['shop7', 'shop3', 'fold farm']);
  });
});
