import { expect } from 'chai';
import fc from 'fast-check';
import { checkCharacter, numberOf, readNumber } from '../../rules/number.ts';
import { conformityStates, conformityTransitions, conformityVerbs, whyRefused } from '../lifecycle.ts';
import { dutyOn, formById, formOn, forms, keptUntil } from './forms.ts';
import {
  type Asked,
  type BatchFacts,
  basisRefusals,
  type PartyFacts,
  quantityLeft,
  type RefusalCode,
  refusals,
  type SourceFact,
  type TestFact,
} from './issuable.ts';

const today = '2026-05-03';

function party(kind: string, form: 'producer' | 'purchaser' = 'producer', day = today): PartyFacts {
  return { form, text: formOn(day, form), duty: dutyOn(day, kind, form) };
}

const good: BatchFacts = {
  status: 'normal',
  quantity: { value: 100, unit: 'kg' },
  covered: true,
  coverageClause: '管理办法 3',
  intervals: [],
  tests: [],
  sources: [],
  certified: 0,
};

const asked: Asked = {
  bases: ['quality-control'],
  quantity: { value: 100, unit: 'kg' },
  received: [],
  receivedElsewhere: 0,
};

const codes = (batch: Partial<BatchFacts>, how: Partial<Asked> = {}, who = party('cooperative')): RefusalCode[] =>
  refusals({ ...good, ...batch }, who, { ...asked, ...how }).map(({ code }) => code);

describe('the number of a conformity certificate', () => {
  it('has the check character of ISO/IEC 7064, MOD 37,36', () => {
    // The example of the Global Release Identifier standard.
    expect(checkCharacter('A12425GABC1234002')).to.equal('M');
  });

  it('is read as it is written by hand, and shows every single wrong character', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('611002', '611021'),
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.nat(),
        fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
        (county, sequence, place, other) => {
          const number = numberOf('H', county, '2026', sequence);
          expect(readNumber(` ${number.slice(0, 7).toLowerCase()}-${number.slice(7)} `, 'H')).to.equal(number);
          const at = place % number.length;
          const wrong = number.slice(0, at) + other + number.slice(at + 1);
          expect(readNumber(wrong, 'H')).to.equal(wrong === number ? number : null);
        },
      ),
    );
  });
});

describe('the texts of conformity certificates', () => {
  it('are one a day and form, without a gap since the first', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2021-11-09'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const inForce = forms.filter(
            ({ form, effectiveFrom, effectiveTo = '9999' }) =>
              form === 'producer' && effectiveFrom <= day && day <= effectiveTo,
          );
          expect(inForce.map(({ id }) => id)).to.deep.equal([formOn(day, 'producer')?.id]);
        },
      ),
    );
  });

  it('change on the day the order comes into force, and the older one stays readable', () => {
    expect(formOn('2026-01-31', 'producer')?.id).to.equal('producer-2021');
    expect(formOn('2026-02-01', 'producer')?.id).to.equal('producer-2025');
    expect(formOn('2026-01-31', 'purchaser')).to.equal(undefined);
    expect(formById('producer-2021').bases.map(({ code }) => code)).to.include('own-promise');
  });

  it('lay the duty on enterprises and cooperatives, leave it to smallholders, and give markets none', () => {
    const duty = (kind: string) => dutyOn(today, kind, 'producer')?.duty;
    expect(['enterprise', 'cooperative', 'family-farm', 'smallholder', 'market'].map(duty)).to.deep.equal([
      'must',
      'must',
      'may',
      'may',
      undefined,
    ]);
  });

  it('are kept for six months by the calendar', () => {
    expect(keptUntil(new Date('2026-03-31T08:00:00Z')).toISOString()).to.equal('2026-09-30T08:00:00.000Z');
    expect(keptUntil(new Date('2026-08-31T08:00:00Z')).toISOString()).to.equal('2027-02-28T08:00:00.000Z');
  });
});

describe('a conformity certificate is refused', () => {
  it('not, where nothing stands against it', () => expect(codes({})).to.deep.equal([]));

  const source = (changes: Partial<SourceFact> = {}): SourceFact => ({
    batchCode: 'LOT-1',
    sellerKind: 'cooperative',
    sellerName: '合作社',
    ...changes,
  });
  const test = (changes: Partial<TestFact>): TestFact => ({
    number: 'S1',
    kind: 'official',
    verdict: 'pass',
    ...changes,
  });

  const cases: [string, RefusalCode[], RefusalCode[]][] = [
    ['while the batch is held', codes({ status: 'held' }), ['held']],
    ['while the batch is recalled', codes({ status: 'recalled' }), ['recalled']],
    ['for a product that is not on the list', codes({ covered: false }), ['not-covered']],
    ['to a market', codes({}, {}, party('market')), ['party-does-not-issue']],
    [
      'inside a pre-harvest interval',
      codes({ intervals: [{ input: '吡虫啉', days: 7, until: '2026-05-05' }] }),
      ['inside-pre-harvest-interval'],
    ],
    ['when a test of the batch failed', codes({ tests: [test({ verdict: 'fail' })] }), ['test-failed']],
    ['on an own test that is missing', codes({}, { bases: ['own-test'] }), ['own-test-missing']],
    [
      'on an own test that is not verified yet',
      codes({ tests: [test({ kind: 'self-check', verdict: 'open' })] }, { bases: ['own-test'] }),
      ['own-test-missing'],
    ],
    [
      "on a commissioned test where only the producer's own is there",
      codes({ tests: [test({ kind: 'self-check' })] }, { bases: ['commissioned-test'] }),
      ['commissioned-test-missing'],
    ],
    ['on a basis that the form of today has not', codes({}, { bases: ['own-promise'] }), ['basis-not-in-form']],
    [
      'for more than the batch has',
      codes({ certified: 60 }, { quantity: { value: 41, unit: 'kg' } }),
      ['quantity-used-up'],
    ],
    ['in another unit', codes({}, { quantity: { value: 1, unit: 't' } }), ['unit-differs']],
    ["in the producer's form for lots of others", codes({ sources: [source()] }), ['other-form-needed']],
    [
      'to a purchaser whose source has none',
      codes({ sources: [source()] }, {}, party('purchaser', 'purchaser')),
      ['source-without-certificate'],
    ],
    ['to a purchaser who received nothing', codes({}, {}, party('purchaser', 'purchaser')), ['nothing-received']],
    [
      'on a received one that holds no more',
      codes({}, { received: [{ number: 'H1', valid: false }] }, party('purchaser', 'purchaser')),
      ['received-not-valid'],
    ],
  ];
  for (const [when, found, expected] of cases) it(when, () => expect(found).to.deep.equal(expected));

  it('not to a purchaser with a smallholder as source, or with the certificate of a cooperative', () => {
    const purchaser = party('purchaser', 'purchaser');
    expect(codes({ sources: [source({ sellerKind: 'smallholder' })] }, {}, purchaser)).to.deep.equal([]);
    expect(codes({ sources: [source({ certificate: 'H1' })] }, {}, purchaser)).to.deep.equal([]);
    expect(codes({ sources: [source()] }, { receivedElsewhere: 1 }, purchaser)).to.deep.equal([]);
  });

  it('never for more, altogether, than the batch has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.array(fc.integer({ min: 1, max: 40_000 }), { maxLength: 20 }),
        (grams, portions) => {
          const quantity = { value: grams / 1000, unit: 'kg' };
          let certified = 0;
          for (const portion of portions) {
            const wanted = { value: portion / 1000, unit: 'kg' };
            if (codes({ quantity, certified }, { quantity: wanted }).length === 0) certified += wanted.value;
          }
          expect(Math.round(certified * 1000)).to.be.at.most(grams);
          const left = quantityLeft({ quantity, certified });
          expect(Math.round(left * 1000)).to.equal(grams - Math.round(certified * 1000));
        },
      ),
    );
  });

  it('on no basis that rests on nothing: each named test is there, verified and passed', () => {
    const kinds = fc.constantFrom<TestFact['kind']>('self-check', 'commissioned', 'rapid', 'official');
    const verdicts = fc.constantFrom<TestFact['verdict']>('pass', 'fail', 'open');
    const tests = fc.array(fc.record({ number: fc.constant('S'), kind: kinds, verdict: verdicts }));
    fc.assert(
      fc.property(tests, (all) => {
        const text = formOn(today, 'producer');
        const passed = (...wanted: string[]) =>
          all.some(({ kind, verdict }) => wanted.includes(kind) && verdict === 'pass');
        expect(basisRefusals('own-test', all, text).length === 0).to.equal(passed('self-check', 'rapid'));
        expect(basisRefusals('commissioned-test', all, text).length === 0).to.equal(passed('commissioned'));
      }),
    );
  });
});

describe('the life of a conformity certificate', () => {
  it('ends once, and nothing leads back', () => {
    for (const verb of conformityVerbs)
      for (const state of conformityStates) expect(whyRefused(state, verb) === null).to.equal(state === 'valid');
    expect(conformityTransitions.some(({ to }) => to === 'valid')).to.equal(false);
  });
});
