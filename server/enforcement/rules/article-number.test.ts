import { expect } from 'chai';
import { articleInWords } from './article-number.ts';

const digits = '零一二三四五六七八九';

/** What the numeral says. */
function numberOf(numeral: string): number {
  let [total, digit] = [0, 0];
  for (const letter of numeral)
    if (letter === '百') [total, digit] = [total + digit * 100, 0];
    else if (letter === '十') [total, digit] = [total + (digit || 1) * 10, 0];
    else digit = digits.indexOf(letter);
  return total + digit;
}

describe('the number of an article', () => {
  it('is written as in the statute', () => {
    const written: Record<string, string> = {
      '8': '第八条',
      '10': '第十条',
      '12': '第十二条',
      '71': '第七十一条',
      '70 ¶1': '第七十条第一款',
      '72, 73': '第七十二条、第七十三条',
      '105': '第一百零五条',
      '110': '第一百一十条',
      '120': '第一百二十条',
      '120之一': '第120之一条',
    };
    expect(Object.keys(written).map(articleInWords)).to.deep.equal(Object.values(written));
  });

  it('says the number, up to 999', () => {
    for (let number = 1; number < 1000; number++)
      expect(numberOf(articleInWords(String(number)).slice(1, -1)), String(number)).to.equal(number);
  });
});
