const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const myriads = ['', '万', '亿', '兆'];

/**
 * 大写金额: yuan as decimal text of at most two places and sixteen digits before them, in the words of bills and receipts.
 * Source: 支付结算办法 (银发〔1997〕393号), annex 1; a zero within a number is always spoken.
 */
export function amountInWords(yuan: string): string {
  const [whole = '0', fraction = ''] = yuan.split('.');
  const [jiao = 0, fen = 0] = [...fraction.padEnd(2, '0')].map(Number);
  const integer = integerInWords(whole.replace(/^0+/, ''));
  const coins = `${jiao ? `${digits[jiao]}角` : ''}${fen ? `${integer && !jiao ? '零' : ''}${digits[fen]}分` : ''}`;
  if (!integer && !coins) return '零元整';
  return `${integer ? `${integer}元` : ''}${coins}${fen ? '' : '整'}`;
}

/** Empty for nothing. */
function integerInWords(whole: string): string {
  let words = '';
  let zeroBefore = false;
  let spoken = false;
  for (const [index, digit] of [...whole].entries()) {
    const place = whole.length - 1 - index;
    if (digit === '0') zeroBefore = true;
    else {
      words += `${zeroBefore && words ? '零' : ''}${digits[Number(digit)]}${places[place % 4]}`;
      [zeroBefore, spoken] = [false, true];
    }
    if (place % 4 !== 0) continue;
    if (spoken) words += myriads[place / 4];
    spoken = false;
  }
  return words;
}
