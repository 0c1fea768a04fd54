import { expect } from 'chai';
import fc from 'fast-check';
import data from '../data/checklists.json' with { type: 'json' };
import { answers, asked, type Checklist, faultsOf, findingsOf, type GivenAnswer, severities } from './checklist.ts';

const checklist = data[0] as Checklist;
const kinds = fc.constantFrom('enterprise', 'cooperative', 'smallholder', 'purchaser', 'market');

/** Answers item by item, as the list asks them. */
function answered(kind: string, pick: (item: string) => GivenAnswer['answer']): GivenAnswer[] {
  const given: GivenAnswer[] = [];
  for (;;) {
    const next = asked(checklist, kind, given).find(({ item }) => !given.some((each) => each.item === item));
    if (!next) return given;
    given.push({ item: next.item, answer: pick(next.item) });
  }
}

describe('a checklist', () => {
  it('answered as it asks has no faults, and one finding for each no', () => {
    fc.assert(
      fc.property(kinds, fc.array(fc.constantFrom(...answers), { minLength: 20, maxLength: 20 }), (kind, picks) => {
        let next = 0;
        const given = answered(kind, () => picks[next++] ?? 'yes');
        expect(faultsOf(checklist, kind, given)).to.deep.equal([]);
        const findings = findingsOf(checklist, given);
        expect(findings).to.have.length(given.filter(({ answer }) => answer === 'no').length);
        for (const { severity } of findings) expect(severities).to.include(severity);
        const [, ...missing] = given;
        if (given.length > 0) expect(faultsOf(checklist, kind, missing)).to.not.deep.equal([]);
        const [first] = given;
        if (first)
          expect(faultsOf(checklist, kind, [...given, first])).to.deep.equal([`${first.item} is answered twice`]);
      }),
    );
  });

  it('asks whether records are true only where there are some, and no smallholder for them', () => {
    const items = (kind: string, given: GivenAnswer[]) => asked(checklist, kind, given).map(({ item }) => item);
    expect(items('cooperative', [{ item: 'production-record', answer: 'yes' }])).to.include('record-true');
    expect(items('cooperative', [{ item: 'production-record', answer: 'no' }])).to.not.include('record-true');
    expect(items('smallholder', [])).to.not.include('production-record');
    expect(items('smallholder', [])).to.include('banned-inputs');
  });
});
