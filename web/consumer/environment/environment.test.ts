import { expect } from 'chai';
import { curveOf } from '../testing-support/examples.ts';
import { conclude } from './conclusion.ts';
import { curvePath, scaleFor, stretches } from './curve.ts';
import { environmentSection } from './environment.ts';

const at = (hour: number): string => new Date(Date.UTC(2026, 4, 1, hour)).toISOString();
const points = [4, 5, 9, 3].map((value, hour) => ({ at: at(hour), value }));

describe('environment curves', () => {
  it('says in one sentence whether the required range was kept', () => {
    expect(conclude(curveOf({ points, permitted: { above: 2, below: 10 } }), 'zh')).to.deep.equal({
      state: 'within',
      sentence: '记录到 3 °C 至 9 °C，都在要求范围（2 °C 至 10 °C）内。',
    });
    const warm = conclude(curveOf({ points, permitted: { below: 8 } }), 'en');
    expect(warm.state).to.equal('outside');
    expect(warm.sentence).to.equal('Went above the required range (at most 8 °C): highest 9 °C on 1 May 2026, 10:00.');
    expect(conclude(curveOf({ points, permitted: { above: 3.5 } }), 'zh').sentence).to.match(
      /^曾低于要求范围（不低于 3.5 °C）/,
    );
  });

  it('does not judge without a range or without readings', () => {
    expect(conclude(curveOf({ points, permitted: undefined }), 'zh').state).to.equal('unjudged');
    expect(conclude(curveOf({ points: [] }), 'zh')).to.deep.equal({
      state: 'unjudged',
      sentence: '这段时间没有读数。',
    });
  });

  it('draws the curve with its conclusion as text and a small table', () => {
    const section = String(environmentSection([curveOf()], 'zh'));
    expect(section).to.match(/<svg class="curve"[^>]* role="img" aria-label="记录到 [^"]*都在要求范围/);
    expect(section).to.include('class="band"').and.include('<summary>看数字</summary>');
    expect(section.match(/<tr>/g)).to.have.length(9);
  });

  it('marks the worst reading outside the range', () => {
    expect(String(environmentSection([curveOf({ points, permitted: { below: 8, above: 0 } })], 'zh'))).to.match(
      /<circle class="extreme"/,
    );
    expect(String(environmentSection([curveOf()], 'zh'))).not.to.include('<circle');
  });

  it('draws a single reading, equal readings and readings without a time', () => {
    for (const some of [
      points.slice(0, 1),
      points.map((point) => ({ ...point, value: 0 })),
      [{ at: 'never', value: 1 }],
    ]) {
      expect(String(environmentSection([curveOf({ points: some })], 'zh'))).not.to.match(/NaN|Infinity/);
    }
  });

  it('breaks the line where readings are missing', () => {
    const readings = [0, 1, 2, 3, 30, 31].map((time) => ({ time, value: 1 }));
    const { path, broken } = curvePath(
      readings,
      (time) => time * 2,
      (value) => value,
    );
    expect(broken).to.equal(true);
    expect(path).to.equal('M0 1h0l2 0l2 0l2 0M60 1h0l2 0');
  });

  it('chooses round ticks that enclose the values', () => {
    expect(scaleFor([3, 9]).ticks).to.deep.equal([2, 4, 6, 8, 10]);
    expect(scaleFor([-0.3, 0.1]).ticks).to.deep.equal([-0.3, -0.2, -0.1, 0, 0.1]);
    expect(scaleFor([5]).ticks.length).to.be.greaterThan(1);
  });

  it('keeps lows and highs in the table', () => {
    const readings = points.map(({ at: time, value }) => ({ time: Date.parse(time), value }));
    expect(stretches(readings, 2).map(({ low, high }) => [low, high])).to.deep.equal([
      [4, 5],
      [3, 9],
    ]);
  });
});
