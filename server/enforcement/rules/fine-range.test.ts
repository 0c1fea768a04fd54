import { expect } from 'chai';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { starterLaw } from '../law/library.ts';
import { type Article, legalForms, partyKinds } from '../law/schema.ts';
import { guideFor } from './discretion.ts';
import { type FineRange, highestRange, whyFineRefused } from './fine-range.ts';
import { articlesFor, discretionOn, type Law } from './law-in-force.ts';
import type { Situation } from './situation.ts';

const enterprise = { kind: 'enterprise', legalForm: 'organization' } as const;
const smallholder = { kind: 'smallholder', legalForm: 'natural-person' } as const;
const plain = { orderUnheeded: false, grave: false };
const days = { actOn: '2026-05-03', decidedOn: '2026-11-24' };
const ranges = (acts: string[], situation: Situation, law: Law = starterLaw, when = days) =>
  highestRange(articlesFor(law, acts, when, situation), situation);
const bounds = (acts: string[], situation: Situation) => {
  const { range } = ranges(acts, situation);
  return range && [range.code, range.from, range.to];
};

const yuan = fc.nat(10 ** 9).map((fen) => new Decimal(fen).div(100).toFixed());
const allActs = starterLaw.flatMap((row) => (row.kind === 'article' ? row.acts : []));
const situations = fc.record({
  party: fc.record({ kind: fc.constantFrom(...partyKinds), legalForm: fc.constantFrom(...legalForms) }),
  valueOfGoods: yuan,
  illegalGains: yuan,
  fee: yuan,
  orderUnheeded: fc.boolean(),
  grave: fc.boolean(),
});

describe('the range of a fine', () => {
  it('follows value of goods and kind of party', () => {
    const of = (valueOfGoods: string) => bounds(['over-limit-sold'], { ...plain, party: enterprise, valueOfGoods });
    expect(of('9999.99')).to.deep.equal(['apqsl-71', '50000', '100000']);
    expect(of('10000')).to.deep.equal(['apqsl-71', '100000', '200000']);
    expect(of('12345.67')).to.deep.equal(['apqsl-71', '123456.7', '246913.4']);
    expect(bounds(['over-limit-sold'], { ...plain, party: smallholder })).to.deep.equal(['apqsl-71', '500', '5000']);
    const mark = (valueOfGoods: string) =>
      bounds(['quality-mark-misused'], { ...plain, party: enterprise, valueOfGoods });
    expect(mark('4999.99')?.slice(1)).to.deep.equal(['5000', '50000']);
    expect(mark('5000')?.slice(1)).to.deep.equal(['50000', '100000']);
  });

  it('is unknown until the value of goods is established', () => {
    const { range, without } = ranges(['over-limit-sold'], { ...plain, party: enterprise });
    expect(range).to.equal(undefined);
    expect(without[0]?.reason.zh).to.include('货值金额');
  });

  it('is opened by an unheeded order where the article demands one first', () => {
    const act = ['no-production-record'];
    expect(bounds(act, { ...plain, party: enterprise })).to.equal(undefined);
    expect(bounds(act, { ...plain, party: enterprise, orderUnheeded: true })).to.deep.equal([
      'apqsl-69',
      '2000',
      '20000',
    ]);
    expect(bounds(['no-pesticide-record'], { ...plain, party: enterprise, grave: true })?.[0]).to.equal('pesticide-61');
    expect(bounds(act, { ...plain, party: smallholder, orderUnheeded: true })).to.equal(undefined);
  });

  it('is the highest of all articles that an act falls under, and of one alone', () => {
    const banned = ranges(['banned-pesticide-used'], { ...plain, party: enterprise, valueOfGoods: '100' });
    expect(banned.range).to.include({ code: 'apqsl-70-1', from: '100000', to: '150000' });
    expect(banned.others.map(({ code }) => code)).to.deep.equal(['pesticide-60']);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...allActs), { minLength: 1, maxLength: 5 }),
        situations,
        (acts, situation) => {
          const { range, others } = ranges(acts, situation);
          for (const other of others) expect(new Decimal(other.to).lte((range as FineRange).to)).to.equal(true);
        },
      ),
    );
  });

  it('takes both of its ends, and a fen beyond neither; the refusal names range and clause', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allActs), situations, (act, situation) => {
        const found = ranges([act], situation);
        if (!found.range) return;
        const { from, to, clause } = found.range;
        const floor = new Decimal(from);
        expect([whyFineRefused(from, found), whyFineRefused(to, found)]).to.deep.equal([null, null]);
        const above = whyFineRefused(new Decimal(to).plus('0.01').toFixed(), found);
        expect(above?.zh).to.include(clause.zh).and.to.include(`${from}–${to}`);
        if (floor.gt(0)) expect(whyFineRefused(floor.minus('0.01').toFixed(), found)?.en).to.include(clause.en);
      }),
    );
  });

  it('is that of the day of the act, or a lighter one of the day of the decision', () => {
    const [row] = starterLaw.filter(({ code }) => code === 'apqsl-76');
    const changed = (to: string): Law => [
      ...starterLaw,
      { ...(row as Article), version: 1, effectiveFrom: '2026-10-01', bands: [{ fine: { from: '1000', to } }] },
    ];
    const of = (law: Law, actOn: string) =>
      ranges(['obstruction'], { ...plain, party: enterprise }, law, { ...days, actOn }).range?.to;
    expect(of(changed('90000'), '2026-09-30')).to.equal('50000');
    expect(of(changed('90000'), '2026-10-01')).to.equal('90000');
    expect(of(changed('20000'), '2026-09-30')).to.equal('20000');
    expect(of(starterLaw, '2022-12-31')).to.equal(undefined);
  });

  it('is narrowed by the factors of discretion, and never widened', () => {
    const table = discretionOn(starterLaw, days.decidedOn);
    if (!table) throw new Error('no table of discretion');
    const codes = table.factors.map(({ code }) => code);
    fc.assert(
      fc.property(fc.constantFrom(...allActs), situations, fc.subarray(codes), (act, situation, factors) => {
        const { range } = ranges([act], situation);
        if (!range) return;
        const guide = guideFor(table, factors, range);
        expect(new Decimal(guide.from).gte(range.from) && new Decimal(guide.to).lte(range.to)).to.equal(true);
        expect(guide.explained).to.have.length(factors.length + 1);
      }),
    );
    const range = { code: 'x', clause: { zh: '', en: '' }, explained: { zh: '', en: '' }, from: '50000', to: '100000' };
    expect(guideFor(table, ['first-offence'], range)).to.include({ band: 'light', from: '50000', to: '75000' });
    expect(guideFor(table, ['repeated'], range)).to.include({ band: 'heavy', from: '75000', to: '100000' });
    expect(guideFor(table, [], { ...range, from: '0' })).to.include({ band: 'ordinary', from: '30000', to: '60000' });
  });
});
