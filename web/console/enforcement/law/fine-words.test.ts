import { expect } from 'chai';
import { bandInWords, figureInWords } from './fine-words.ts';

describe('console: fines in words', () => {
  it('say for whom, from which basis to which, and between what', () => {
    expect(bandInWords({ below: '10000', fine: { from: '50000', to: '100000' } }, 'value-of-goods')).to.deep.equal({
      zh: '货值金额不足 10000 元：50000～100000 元',
      en: 'value of the goods below 10000 yuan: 50000 to 100000 yuan',
    });
    const farmers = { parties: { kinds: ['smallholder' as const] }, fine: { from: '500', to: '5000' } };
    expect(bandInWords(farmers, 'value-of-goods').zh).to.equal('农户：500～5000 元');
    const others = {
      parties: { notKinds: ['smallholder' as const] },
      from: '10000',
      fine: { timesFrom: '10', timesTo: '20' },
    };
    expect(bandInWords(others, 'value-of-goods')).to.deep.equal({
      zh: '农户以外，货值金额 10000 元以上：货值金额的 10～20 倍',
      en: 'other than smallholder, value of the goods from 10000 yuan: 10 to 20 times the value of the goods',
    });
  });

  it('say a maximum alone as one', () => {
    expect(bandInWords({ fine: { to: '10000' } }, 'none')).to.deep.equal({
      zh: '10000 元以下',
      en: 'up to 10000 yuan',
    });
  });

  it('say a figure with whom it is of', () => {
    expect(figureInWords({ legalForms: ['natural-person'], value: '200', unit: 'CNY' })).to.deep.equal({
      zh: '自然人：200 元',
      en: 'natural person: 200 yuan',
    });
    expect(figureInWords({ value: '0.03', unit: '1/d' }).zh).to.equal('每日 0.03');
  });
});
