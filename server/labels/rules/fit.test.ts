import { expect } from 'chai';
import fc from 'fast-check';
import { wrap } from './fit.ts';

/** Each character as wide as the letters are high. */
const square = (text: string, size: number) => [...text].length * size;
const of = (text: string, width: number, most = 9) => wrap(text, { width, size: 1, most }, square);

describe('fitting text into lines', () => {
  it('breaks Chinese anywhere, other words at spaces, and too long ones where the line ends', () => {
    expect(of('商洛市山阳县', 4)).to.deep.equal({ lines: ['商洛市山', '阳县'], cut: false });
    expect(of('red apple', 6)).to.deep.equal({ lines: ['red', 'apple'], cut: false });
    expect(of('20261124', 5)).to.deep.equal({ lines: ['20261', '124'], cut: false });
    expect(of('批次 A1', 5)).to.deep.equal({ lines: ['批次 A1'], cut: false });
    expect(of('', 5)).to.deep.equal({ lines: [], cut: false });
  });

  it('says when it had to leave something out', () => {
    expect(of('商洛市山阳县十里铺', 4, 2)).to.deep.equal({ lines: ['商洛市山', '阳县十…'], cut: true });
  });

  it('keeps within width and number of lines, and loses nothing but spaces unless it says so', () => {
    const text = fc.string({ unit: fc.constantFrom('商', '洛', 'a', 'Z', '9', ' ', '-', '，'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 6 }), (given, width, most) => {
        const { lines, cut } = of(given, width, most);
        expect(lines.length).to.be.at.most(most);
        for (const line of lines) expect(square(line, 1)).to.be.at.most(width);
        if (!cut) expect(lines.join('').replaceAll(' ', '')).to.equal(given.replaceAll(' ', ''));
        else expect(lines.at(-1)).to.match(/…$/);
      }),
    );
  });
});
