import { expect } from 'chai';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { starterLaw } from '../law/library.ts';
import type { Figure } from '../law/schema.ts';
import { figureOn } from './law-in-force.ts';
import { isBarred, limitationEnds, monthsAfter } from './periods.ts';
import { penaltyKinds, whyDiscussion, whyHearing, whyLegalReview, whyNotSummary } from './procedure.ts';
import { creditClass, publicationTerm, whyUnpublished } from './publication.ts';
import { cutTo, daysLate, inInstalments, lateSurcharge } from './surcharge.ts';

const today = '2026-11-24';
const figure = (code: string): Figure => {
  const found = figureOn(starterLaw, code, today);
  if (!found) throw new Error(`no figure ${code}`);
  return found;
};
const summary = figure('summary-fine');

describe('a late surcharge', () => {
  const late = (daysAfter: number, fine = '50000') =>
    lateSurcharge([{ amount: fine, dueOn: '2026-01-01' }], {
      today: new Date(Date.UTC(2026, 0, 1 + daysAfter)).toISOString().slice(0, 10),
      dailyShare: '0.03',
      suspensions: [],
    });

  it('is three per cent a day and ends at the fine, which it reaches on the thirty-fourth day', () => {
    expect([late(0), late(1), late(33), late(34), late(400)]).to.deep.equal(['0', '1500', '49500', '50000', '50000']);
  });

  it('never is more than the fine, and never falls as time goes by', () => {
    const fen = fc.integer({ min: 1, max: 10 ** 9 }).map((amount) => new Decimal(amount).div(100).toFixed());
    fc.assert(
      fc.property(fen, fc.nat(200), (fine, days) => {
        expect(new Decimal(late(days, fine)).lte(fine)).to.equal(true);
        expect(new Decimal(late(days, fine)).lte(late(days + 1, fine))).to.equal(true);
      }),
    );
  });

  it('stands still during a review or a lawsuit, and ends with the payment', () => {
    const part = { amount: '100', dueOn: '2026-01-01', paidOn: '2026-01-11' };
    expect(daysLate(part, today, [])).to.equal(10);
    expect(daysLate(part, today, [{ from: '2026-01-03', to: '2026-01-05' }])).to.equal(7);
    expect(daysLate(part, today, [{ from: '2026-01-03' }])).to.equal(1);
  });

  it('runs for each instalment from its own day', () => {
    const parts = [
      { amount: '1000', dueOn: '2026-01-10', paidOn: '2026-01-10' },
      { amount: '1000', dueOn: '2026-02-10', paidOn: '2026-02-12' },
    ];
    expect(lateSurcharge(parts, { today, dailyShare: '0.03', suspensions: [] })).to.equal('60');
  });

  it('stands when instalments are allowed, however the fine is split, and ends at the fine all the same', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 10 ** 7 }), { minLength: 1, maxLength: 6 });
    const on = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    const yuan = (fen: number) => new Decimal(fen).div(100).toFixed();
    fc.assert(
      fc.property(amounts, amounts, fc.nat(60), fc.nat(90), (before, shares, grantedOn, later) => {
        const unpaid = before.map((fen, index) => ({ amount: yuan(fen), dueOn: on(7 * index) }));
        const whole = before.reduce((sum, fen) => sum + fen);
        const steps = shares.slice(1).map((share) => share % whole);
        const ends = [0, ...new Set(steps), whole].toSorted((a, b) => a - b);
        const parts = ends
          .slice(1)
          .map((end, index) => ({ amount: yuan(end - (ends[index] ?? 0)), dueOn: on(grantedOn + 7 * (index + 1)) }))
          .filter(({ amount }) => amount !== '0');
        const terms = (day: number) => ({ today: on(day), dailyShare: '0.03', suspensions: [] });
        const accrued = lateSurcharge(unpaid, terms(grantedOn));
        const allowed = inInstalments(unpaid, parts, terms(grantedOn));
        expect(lateSurcharge(allowed, terms(grantedOn)), 'on the day').to.equal(accrued);
        expect(lateSurcharge(allowed, terms(grantedOn + 7)), 'until the first is late').to.equal(accrued);
        const grown = lateSurcharge(allowed, terms(grantedOn + later));
        expect(new Decimal(grown).gte(accrued)).to.equal(true);
        expect(new Decimal(grown).lte(yuan(whole))).to.equal(true);
        const [again] = inInstalments(allowed, [{ amount: yuan(whole), dueOn: on(999) }], terms(grantedOn + later));
        expect(again && lateSurcharge([again], terms(grantedOn + later)), 'allowed again').to.equal(grown);
      }),
    );
  });

  it('is cut down with the fine that a review changed', () => {
    const part = { amount: '30000', dueOn: '2026-12-31', accrued: '900' };
    expect(cutTo(new Decimal('10000'), part)).to.deep.equal({ ...part, amount: '10000', accrued: '300' });
    const timely = { amount: '30000', dueOn: '2026-12-31' };
    expect(cutTo(new Decimal('10000'), timely)).to.deep.equal({ ...timely, amount: '10000' });
  });
});

describe('limitation and terms', () => {
  it('end on the same day, or on the last of a shorter month', () => {
    expect([monthsAfter('2026-01-31', 1), monthsAfter('2024-02-29', 24), monthsAfter('2026-11-30', 3)]).to.deep.equal([
      '2026-02-28',
      '2026-02-28',
      '2027-02-28',
    ]);
    expect([isBarred('2024-11-24', '2026-11-24', 2), isBarred('2024-11-24', '2026-11-25', 2)]).to.deep.equal([
      false,
      true,
    ]);
    expect(limitationEnds('2021-11-24', 5)).to.equal('2026-11-24');
  });
});

describe('the procedure', () => {
  it('may be summary up to 200 yuan for a person and 3 000 for an organization', () => {
    const why = (legalForm: 'organization' | 'natural-person', fine: string) =>
      whyNotSummary({ legalForm, kinds: ['fine'], fine }, summary)?.en;
    expect([why('natural-person', '200'), why('organization', '3000')]).to.deep.equal([undefined, undefined]);
    expect(why('natural-person', '200.01')).to.include('200');
    expect(why('organization', '3000.01')).to.include('art. 51');
    expect(whyNotSummary({ legalForm: 'organization', kinds: ['confiscate-goods'] }, summary)).to.not.equal(null);
  });

  it('offers a hearing by the known amount, or above the summary fine while none is known', () => {
    const penalty = (fine: string) => ({ legalForm: 'organization' as const, kinds: ['fine' as const], fine });
    const unknown = { hearing: figure('hearing-fine'), summary };
    expect(whyHearing(penalty('3000'), unknown)).to.equal(null);
    expect(whyHearing(penalty('3000.01'), unknown)).to.not.equal(null);
    const known = {
      summary,
      hearing: { ...figure('hearing-fine'), values: [{ value: '100000', unit: 'CNY' as const }] },
    };
    expect(whyHearing(penalty('99999.99'), known)).to.equal(null);
    expect(whyHearing(penalty('100000'), known)).to.not.equal(null);
    expect(whyHearing({ legalForm: 'organization', kinds: ['revoke-licence'] }, known)).to.not.equal(null);
  });

  it('demands a legal review in the four cases alone, and a discussion where it is complex or heavy', () => {
    const none = { majorPublicInterest: false, manyLegalRelations: false, otherwiseByLaw: false, hearingHeld: false };
    expect(whyLegalReview(none)).to.equal(null);
    for (const cause of Object.keys(none)) expect(whyLegalReview({ ...none, [cause]: true })).to.not.equal(null);
    expect(whyDiscussion(false, null)).to.equal(null);
    expect(whyDiscussion(true, null)).to.not.equal(null);
    expect(whyDiscussion(false, { zh: '大', en: 'large' })).to.not.equal(null);
  });
});

describe('publication', () => {
  const decision = { procedure: 'ordinary', kinds: ['fine'], fine: '50000', minorFine: null, repeated: false } as const;

  it('leaves out natural persons and minor information', () => {
    expect(whyUnpublished('grave', 'natural-person')).to.not.equal(null);
    expect(whyUnpublished('minor', 'organization')).to.not.equal(null);
    expect(whyUnpublished('general', 'organization')).to.equal(null);
  });

  it('counts what closes a business as grave, and a warning as minor', () => {
    expect(creditClass(decision)).to.equal('general');
    expect(creditClass({ ...decision, minorFine: '50000' })).to.equal('minor');
    expect(creditClass({ ...decision, minorFine: '50000', kinds: ['fine', 'confiscate-goods'] })).to.equal('general');
    expect(creditClass({ ...decision, procedure: 'summary' })).to.equal('minor');
    fc.assert(
      fc.property(fc.subarray([...penaltyKinds]), (kinds) => {
        if (kinds.includes('close-down')) expect(creditClass({ ...decision, kinds })).to.equal('grave');
      }),
    );
    expect(publicationTerm('2026-11-30', { least: 3, most: 12 })).to.deep.equal({
      repairableFrom: '2027-02-28',
      until: '2027-11-30',
    });
  });
});
