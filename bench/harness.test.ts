import { expect } from 'chai';
import { sideBySide, table, throughput, withTable } from './harness.ts';

describe('the bench harness', () => {
  it('keeps as much in flight as asked, and counts what came to its end', async () => {
    let inFlight = 0;
    let most = 0;
    let done = 0;
    const perSecond = await throughput(
      async () => {
        most = Math.max(most, ++inFlight);
        await new Promise((resolve) => setImmediate(resolve));
        inFlight--;
        done++;
      },
      { inFlight: 8, milliseconds: 60, warmUp: 20 },
    );
    expect(most).to.equal(8);
    expect(inFlight).to.equal(0);
    expect(perSecond)
      .to.be.greaterThan(0)
      .and.at.most(done / 0.06);
  });

  it('measures by turns and gives the best of each', async () => {
    const order: string[] = [];
    const turn = (name: string, numbers: number[]) => async () => {
      order.push(name);
      return numbers.shift() ?? 0;
    };
    expect(await sideBySide(turn('measured', [3, 5]), turn('baseline', [8, 7]))).to.deep.equal({
      value: 5,
      baseline: 8,
    });
    expect(order).to.deep.equal(['baseline', 'measured', 'baseline', 'measured']);
  });

  it('says which aim was missed', () => {
    const figure = { name: 'a', unit: 'b/s', baseline: { name: 'c', value: 10 }, aim: 0.5, boundBy: 'd' };
    const [, , reached, missed] = table([
      { ...figure, value: 5 },
      { ...figure, value: 4 },
    ]).split('\n');
    expect(reached).to.match(/\| 5\.00 b\/s +\| 10\.0 \(c\) \| 0\.50 +\| ≥ 0\.5 +\| d /);
    expect(missed).to.match(/\| 0\.40 +\| ≥ 0\.5 missed \| d /);
  });

  it('puts a table into its place on a page, and no other', () => {
    const figure = { name: 'a', unit: 'b/s', value: 5, baseline: { name: 'c', value: 10 }, boundBy: 'd' };
    const page = '# A\n<!-- figures: npm run bench -- x -->\nold\n<!-- end of figures: x -->\nB\n';
    const written = withTable(page, 'x', [figure]);
    expect(written).to.equal(page.replace('old', `\n${table([figure])}\n`));
    expect(withTable(written, 'x', [figure])).to.equal(written);
    expect(() => withTable(page, 'y', [figure])).to.throw('no place for the figures of y');
  });
});
