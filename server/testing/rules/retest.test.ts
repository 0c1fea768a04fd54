import { expect } from 'chai';
import rapidData from '../data/rapid-methods.json' with { type: 'json' };
import { type FirstTest, whyNoRetest } from './retest.ts';

const laboratory = '商洛市农产品检测中心（一部）';

describe('a re-test', () => {
  const why = (asked: { laboratory?: string; method?: string }, first: FirstTest) =>
    whyNoRetest({ laboratory: '省检测中心', method: 'GB 23200.121-2021', ...asked }, first, rapidData);

  it('is not for the laboratory of the first result, however its name is written', () => {
    for (const written of [laboratory, ` ${laboratory}`, '商洛市农产品检测中心(一部)', '商洛市 农产品检测中心（一部）'])
      expect(why({ laboratory: written }, { laboratory }), written).to.equal('same-laboratory');
    expect(why({}, { laboratory })).to.equal(null);
    expect(why({}, {}), 'nobody knows which was the first').to.equal(null);
  });

  it('of a rapid test is not done by a rapid method', () => {
    for (const method of [
      'GB/T 5009.199',
      'gb/t5009.199—2003',
      'NY/T 448-2001',
      '胶体金免疫层析法',
      '农药残留快速检测',
    ])
      expect(why({ method }, { rapid: {} }), method).to.equal('rapid-method');
    expect(why({ method: '自编方法' }, { rapid: { method: '自编方法' } })).to.equal('rapid-method');
    expect(why({}, { rapid: { method: 'GB/T 5009.199-2003' } })).to.equal(null);
  });

  it('of a laboratory result may use any method', () => {
    expect(why({ method: 'GB/T 5009.199' }, { laboratory })).to.equal(null);
  });
});
