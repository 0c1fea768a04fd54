import { expect } from 'chai';
import fc from 'fast-check';
import { decodeContext } from '../testing-support/decoding.ts';
import { parseJsonKeepingDecimals } from './json-text.ts';
import { resultsJson } from './results-json.ts';

const context = decodeContext({ device: 'tester-1', largestArray: 10 });
const decode = (text: string) => resultsJson.decode(Buffer.from(text), context);

describe('results as JSON', () => {
  it('keep the decimals as they were written', () => {
    const { items } = decode(
      '[{"sample":"B1","analyte":"克百威","value":0.10,"unit":"mg/kg","method":"GB 23200.113","at":"2026-07-01T11:00:00+08:00"}]',
    );
    expect(items).to.deep.equal([
      {
        device: 'tester-1',
        sample: 'B1',
        analyte: '克百威',
        value: '0.10',
        unit: 'mg/kg',
        method: 'GB 23200.113',
        at: new Date('2026-07-01T03:00:00Z'),
        receivedAt: context.receivedAt,
      },
    ]);
  });

  it('may be below the limit of quantification', () => {
    expect(decode('{"sample":"B1","analyte":"a","value":"<LOQ","unit":"mg/kg"}').items[0]?.value).to.equal('<LOQ');
  });

  it('may say why they are not valid', () => {
    const said = (invalid: string) =>
      decode(`{"sample":"B1","analyte":"a","value":80,"unit":"%","invalid":${JSON.stringify(invalid)}}`);
    expect(said('质控线未显色').items[0]).to.include({ value: '80', invalid: '质控线未显色' });
    expect(said(' ').faults.join()).to.contain('invalid: must not be empty');
  });

  it('are refused without a sample, or with a value that is no number', () => {
    expect(decode('{"analyte":"a","value":1,"unit":"%"}').faults.join()).to.match(/sample: must be text/);
    expect(decode('{"sample":"B1","analyte":"a","value":"high","unit":"%"}').faults.join()).to.match(
      /value: must be a decimal number/,
    );
  });

  it('leave every text as it is while numbers keep their writing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (texts) => {
        const parsed = parseJsonKeepingDecimals(Buffer.from(JSON.stringify(texts)));
        expect(parsed).to.deep.equal({ ok: true, value: JSON.parse(JSON.stringify(texts)) });
      }),
    );
  });
});
