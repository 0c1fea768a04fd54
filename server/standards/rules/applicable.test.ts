import { expect } from 'chai';
import fc from 'fast-check';
import { animalFoods, bans, foodNodes, limits, residues } from '../library.ts';
import { applicable, speaks } from './applicable.ts';
import { explainApplicable } from './explain-applicable.ts';
import { foodPlace } from './food.ts';
import { judgeSample } from './judge-sample.ts';
import { lawOf } from './law.ts';

const law = lawOf({ limits, bans, exemptions: [], residues, animalFoods });
const place = (code: string) => {
  const food = foodPlace(foodNodes, code);
  if (!food) throw new Error(`no food ${code}`);
  return food;
};
const ask = (analyte: string, food: string, day = '2026-06-01') => applicable({ analyte, food: place(food), day }, law);
const said = (analyte: string, food: string, day = '2026-06-01') =>
  explainApplicable({ analyte, food: place(food), day }, ask(analyte, food, day));

describe('what applies to a substance in a food', () => {
  it("is the food's own limit; the wider row is told as passed over", () => {
    const { match, passedOver } = ask('噻虫嗪', 'celery');
    expect(match).to.deep.include({ kind: 'limit', isOwn: true }).and.have.nested.property('limit.maximum', '1');
    expect(passedOver.map(({ limit, reason }) => [limit.foodCode, reason])).to.deep.include([
      'leafy-vegetables',
      'excludes-the-food',
    ]);
  });

  it('tells the day before the edition as a row that is not in force', () => {
    const { match, passedOver } = ask('吡虫啉', 'tea', '2026-02-28');
    expect(match).to.include({ kind: 'none', reason: 'not-in-force' });
    expect(passedOver.map(({ reason }) => reason)).to.deep.equal(['not-in-force']);
    expect(said('吡虫啉', 'tea', '2026-02-28').zh).to.contain('2026-02-28');
  });

  it('says clause, level and version', () => {
    const { zh, en } = said('吡虫啉', 'walnut');
    for (const words of ['GB 2763-2026 第 4.', '坚果', '所属类别', '第 0 版']) expect(zh).to.contain(words);
    for (const words of ['clause 4.', 'a category above the food', 'version 0']) expect(en).to.contain(words);
  });

  it('says that a ban goes before any limit', () => {
    expect(said('甲胺磷', 'celery').zh).to.match(/^全面禁用.*不论限量。/);
  });

  it('is, of a part, what applies to the sum', () => {
    const part = residues.find(({ substance }) => substance === '克百威')?.parts.at(-1);
    expect(ask(part?.substance ?? '', 'celery').residue?.substance).to.equal('克百威');
  });

  it('is what results are judged by, for every substance, food and day', () => {
    const names = [...new Set([...limits, ...bans].map(({ substance }) => substance))];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...foodNodes.keys()),
        fc.constantFrom('2026-02-28', '2026-03-01', '2027-01-01'),
        (analyte, food, day) => {
          const { match, ban, ...rest } = ask(analyte, food, day);
          const sampledAt = new Date(`${day}T00:00:00+08:00`);
          const [verdict] = judgeSample(
            [{ analyte, value: '<LOQ', loq: '0.0001', unit: 'mg/kg', food: place(food), sampledAt }],
            law,
          );
          expect(verdict?.limit).to.equal(match.kind === 'limit' ? match.limit.maximum : undefined);
          expect(speaks({ match, ban, ...rest })).to.equal(
            verdict?.verdict !== 'no-limit' || !['none-set', 'substance-unknown'].includes(verdict.reason ?? ''),
          );
        },
      ),
    );
  });
});
