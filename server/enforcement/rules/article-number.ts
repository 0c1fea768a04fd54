const digits = '零一二三四五六七八九';

/**
 * How a statute writes the number of its own article: `70 ¶1` is 第七十条第一款, `72, 73` is 第七十二条、第七十三条.
 * What is not a number of at most three digits stays as it is.
 */
export function articleInWords(article: string): string {
  return article
    .split(', ')
    .map((one) => {
      const [number = '', paragraph] = one.split(' ¶');
      return `第${inWords(number)}条${paragraph ? `第${inWords(paragraph)}款` : ''}`;
    })
    .join('、');
}

function inWords(number: string): string {
  if (!/^[1-9]\d{0,2}$/.test(number)) return number;
  const [hundreds, tens, ones] = [
    Math.floor(Number(number) / 100),
    Math.floor(Number(number) / 10) % 10,
    Number(number) % 10,
  ];
  const of = (digit: number) => (digit === 0 ? '' : digits[digit]);
  const middle = tens === 0 ? (hundreds && ones ? '零' : '') : `${tens === 1 && !hundreds ? '' : of(tens)}十`;
  return `${hundreds ? `${of(hundreds)}百` : ''}${middle}${of(ones)}`;
}
