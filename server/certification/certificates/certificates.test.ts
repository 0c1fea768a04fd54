import { expect } from 'chai';
import fc from 'fast-check';
import { schemes, whyNoApplication } from '../schemes/schemes.ts';
import {
  type CertificateState,
  certificateStates,
  certificateTransitions,
  certificateVerbs,
  standingOf,
  whyRefused,
} from './lifecycle.ts';
import { whyNotDecided } from './proposals/lifecycle.ts';
import { lastDayOf, monthsAfter, nextVisit, renewalDay } from './rules/terms.ts';

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('schemes of certification', () => {
  it('take applications, record what is decided elsewhere, or take none any more, each with its clause', () => {
    expect(schemes.map(({ id, applications }) => [id, applications])).to.deep.equal([
      ['green-food', 'taken'],
      ['organic', 'elsewhere'],
      ['geographical-indication', 'none'],
      ['gap', 'taken'],
    ]);
    for (const scheme of schemes) {
      expect(scheme.applicationsClause.text).to.not.equal('');
      expect(whyNoApplication(scheme) === null).to.equal(scheme.applications === 'taken');
      expect(scheme.documents.length > 0).to.equal(scheme.applications === 'taken');
    }
  });
});

describe('the terms of a certificate', () => {
  it('end on the day before, so many years later; a leap day does not lengthen them', () => {
    expect(lastDayOf('2026-05-03', 3)).to.equal('2029-05-02');
    expect(lastDayOf('2028-02-29', 1)).to.equal('2029-02-27');
    expect(lastDayOf('2026-05-03', null)).to.equal(undefined);
    expect(monthsAfter('2026-01-31', 1)).to.equal('2026-02-28');
    expect(renewalDay('2029-05-02', 3)).to.equal('2029-02-02');
    expect(renewalDay(undefined, 3)).to.equal(undefined);
  });

  it('ask for the next visit after the last one, and for none after the end', () => {
    const term = { validFrom: '2026-05-03', validTo: '2029-05-02' };
    expect(nextVisit({ ...term, visits: [] }, 12)).to.equal('2027-05-03');
    expect(nextVisit({ ...term, visits: ['2028-06-01', '2027-04-01'] }, 12)).to.equal(undefined);
    expect(nextVisit({ ...term, visits: ['2027-04-01'] }, 12)).to.equal('2028-04-01');
  });
});

describe('the life of a certificate', () => {
  it('ends by itself after the last day, whatever else it is but withdrawn', () => {
    fc.assert(
      fc.property(days, days, fc.constantFrom(...certificateStates), (validTo, today, state) => {
        const standing = standingOf({ state, validFrom: '2020-01-01', validTo }, today);
        expect(standing === 'expired').to.equal(state !== 'withdrawn' && validTo < today);
        if (standing !== 'expired') return;
        for (const verb of certificateVerbs)
          expect(whyRefused({ state, validFrom: '2020-01-01', validTo }, verb, today)?.zh).to.include('过期');
      }),
    );
  });

  it('never leaves the table, and nothing leads out of withdrawn', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...certificateTransitions)), (steps) => {
        let state: CertificateState = 'valid';
        for (const { verb, from, to } of steps) {
          const refused = whyRefused({ state, validFrom: '2020-01-01' }, verb, '2026-05-03');
          expect(refused === null).to.equal(from.includes(state));
          if (refused === null) state = to ?? state;
          if (state === 'withdrawn')
            expect(whyRefused({ state, validFrom: '2020-01-01' }, verb, '2026-05-03')).to.not.equal(null);
        }
      }),
    );
  });
});

describe('a proposal about a certificate', () => {
  const open = { state: 'open', raisedBy: 'first', producerId: 'p' } as const;

  it('is decided once, by somebody else than who raised it, and not by the own producer', () => {
    expect(whyNotDecided(open, 'accept', { username: 'second' })).to.equal(null);
    expect(whyNotDecided(open, 'accept', { username: 'first' })?.zh).to.include('提出建议');
    expect(whyNotDecided(open, 'dismiss', { username: 'second', producerId: 'p' })?.zh).to.include('回避');
    expect(whyNotDecided({ ...open, state: 'accepted' }, 'dismiss', { username: 'second' })?.zh).to.include('已有决定');
  });
});
