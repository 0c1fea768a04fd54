import { expect } from 'chai';
import { type Layout, layoutTrace } from './trace-layout.ts';

const sizes = { nodeWidth: 100, nodeHeight: 40, layerGap: 60, nodeGap: 20 };
const nodes = (text: string) => [...text].map((id) => ({ id }));
const edges = (...pairs: string[]) => pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }));
const layersOf = (layout: Layout) => Object.fromEntries(layout.nodes.map(({ id, layer }) => [id, layer]));

function crossings(layout: Layout): number {
  const ends = layout.edges.map(({ points }) => [points[0]?.y ?? 0, points.at(-1)?.y ?? 0] as const);
  let count = 0;
  ends.forEach(([a, b], index) => {
    for (const [c, d] of ends.slice(index + 1)) if ((a - c) * (b - d) < 0) count += 1;
  });
  return count;
}

describe('console: layout of a trace', () => {
  it('puts each batch right of all its sources, by the longest way', () => {
    expect(layersOf(layoutTrace(nodes('abcd'), edges('ab', 'bc', 'ac', 'cd'), sizes))).to.deep.equal({
      a: 0,
      b: 1,
      c: 2,
      d: 3,
    });
  });

  it('routes an edge over several layers by a point in each', () => {
    const layout = layoutTrace(nodes('abc'), edges('ab', 'bc', 'ac'), sizes);
    const long = layout.edges.find(({ from, to }) => from === 'a' && to === 'c');
    expect(long?.points).to.have.length(4);
    expect(long?.points.map(({ x }) => x)).to.deep.equal([100, 160, 260, 320]);
  });

  it('lets no two nodes overlap', () => {
    const many = 'abcdefghijkl';
    const layout = layoutTrace(
      nodes(many),
      edges('ab', 'ac', 'ad', 'ae', 'bf', 'cf', 'dg', 'eh', 'ei', 'fj', 'gj', 'hk', 'il'),
      sizes,
    );
    for (const one of layout.nodes)
      for (const other of layout.nodes)
        if (one.id !== other.id && one.layer === other.layer) expect(Math.abs(one.y - other.y)).to.be.at.least(59.999);
  });

  it('undoes crossings that need not be', () => {
    const layout = layoutTrace(nodes('abcxyz'), edges('az', 'by', 'cx'), sizes);
    expect(crossings(layout)).to.equal(0);
  });

  it('draws a straight chain straight', () => {
    const layout = layoutTrace(nodes('abc'), edges('ab', 'bc'), sizes);
    expect(new Set(layout.nodes.map(({ y }) => y)).size).to.equal(1);
    expect(layout.width).to.equal(420);
    expect(layout.height).to.equal(40);
  });

  it('survives circles, edges to nowhere, loops and emptiness', () => {
    expect(layoutTrace(nodes('ab'), edges('ab', 'ba'), sizes).edges).to.have.length(2);
    expect(layoutTrace(nodes('a'), edges('aq', 'aa'), sizes).edges).to.deep.equal([]);
    expect(layoutTrace([], [], sizes)).to.deep.equal({ nodes: [], edges: [], width: 0, height: 0 });
  });

  it('lays out a chain of ten thousand and a tree of two thousand batches without delay', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => ({ id: `n${index}` }));
    const links = chain.slice(1).map(({ id }, index) => ({ from: `n${index}`, to: id }));
    expect(layoutTrace([...chain].reverse(), links, sizes).nodes).to.have.length(10_000);
    const tree = Array.from({ length: 2_000 }, (_, index) => ({ id: `t${index}` }));
    const branches = tree.slice(1).map(({ id }, index) => ({ from: `t${Math.floor(index / 3)}`, to: id }));
    const started = performance.now();
    layoutTrace(tree, branches, sizes);
    expect(performance.now() - started).to.be.below(2_000);
  });
});
