import { expect } from 'chai';
import { fitted, largest, panned, zoomed } from './trace-view.ts';

describe('console: view of the trace graph', () => {
  it('fits a wide drawing and centres a small one', () => {
    const wide = fitted({ width: 2000, height: 100 }, { width: 532, height: 332 });
    expect(wide.scale).to.equal(0.25);
    const small = fitted({ width: 100, height: 100 }, { width: 500, height: 300 });
    expect(small).to.deep.equal({ x: -200, y: -100, scale: 1 });
  });

  it('zooms around the pointer and stops at the limits', () => {
    const view = zoomed({ x: 0, y: 0, scale: 1 }, 2, { x: 100, y: 50 });
    expect(view).to.deep.equal({ x: 50, y: 25, scale: 2 });
    expect(zoomed(view, 10, { x: 0, y: 0 }).scale).to.equal(largest);
  });

  it('pans by pixels whatever the zoom', () => {
    expect(panned({ x: 0, y: 0, scale: 0.5 }, 10, -20)).to.deep.equal({ x: 20, y: -40, scale: 0.5 });
  });
});
