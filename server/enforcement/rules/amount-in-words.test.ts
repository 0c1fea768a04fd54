import { expect } from 'chai';
import fc from 'fast-check';
import { amountInWords } from './amount-in-words.ts';

const digits = '零壹贰叁肆伍陆柒捌玖';
const units: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n, 万: 10_000n, 亿: 10n ** 8n, 兆: 10n ** 12n };

/** What the words say, in fen: each 万, 亿 and 兆 counts what was said since the one before it. */
function fenOf(words: string): bigint {
  let [total, section, digit, fen] = [0n, 0n, 0n, 0n];
  for (const letter of words) {
    if (digits.includes(letter)) digit = BigInt(digits.indexOf(letter));
    else if ('拾佰仟'.includes(letter)) [section, digit] = [section + digit * (units[letter] ?? 0n), 0n];
    else if ('万亿兆'.includes(letter))
      [total, section, digit] = [total + (section + digit) * (units[letter] ?? 0n), 0n, 0n];
    else if (letter === '元') [total, section, digit] = [total + section + digit, 0n, 0n];
    else if (letter === '角') [fen, digit] = [fen + 10n * digit, 0n];
    else if (letter === '分') [fen, digit] = [fen + digit, 0n];
  }
  return total * 100n + fen;
}

describe('an amount in words', () => {
  it('is written as on bills', () => {
    const written: Record<string, string> = {
      '0': '零元整',
      '0.05': '伍分',
      '0.5': '伍角整',
      '100000': '壹拾万元整',
      '1409.50': '壹仟肆佰零玖元伍角整',
      '6007.14': '陆仟零柒元壹角肆分',
      '16409.02': '壹万陆仟肆佰零玖元零贰分',
      '325.04': '叁佰贰拾伍元零肆分',
      '10000.05': '壹万元零伍分',
      '100500': '壹拾万零伍佰元整',
      '100000001': '壹亿零壹元整',
    };
    for (const [yuan, words] of Object.entries(written)) expect(amountInWords(yuan), yuan).to.equal(words);
  });

  it('says the amount and nothing else, never two zeros on end', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), (fen) => {
        const words = amountInWords(`${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`);
        expect(fenOf(words)).to.equal(fen);
        expect(words).to.not.match(/零零|零[万亿兆]|^零.+元/u);
      }),
      { numRuns: 2_000 },
    );
  });
});
