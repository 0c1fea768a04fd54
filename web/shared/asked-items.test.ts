import { expect } from 'chai';
import fc from 'fast-check';
import { askedItems } from './asked-items.ts';

const items = [
  { item: 'records', producerKinds: ['enterprise'] },
  { item: 'records-true', onlyWhen: { item: 'records', answer: 'yes' } },
  { item: 'records-kept', onlyWhen: { item: 'records-true', answer: 'yes' } },
  { item: 'labels' },
];
const asked = (kind: string, answers: Record<string, string> = {}) =>
  askedItems(items, kind, (item) => answers[item]).map(({ item }) => item);

describe('the items of a checklist', () => {
  it('are those for the kind of producer', () => {
    expect(asked('smallholder')).to.deep.equal(['labels']);
    expect(asked('enterprise')).to.deep.equal(['records', 'labels']);
  });

  it('follow from what is answered', () => {
    expect(asked('enterprise', { records: 'yes' })).to.deep.equal(['records', 'records-true', 'labels']);
    expect(asked('enterprise', { records: 'no' })).to.deep.equal(['records', 'labels']);
  });

  it('are never asked because of an answer to what is not asked any more', () => {
    const answer = fc.constantFrom('yes', 'no', 'not-applicable');
    const answers = fc.record({ records: answer, 'records-true': answer, 'records-kept': answer });
    fc.assert(
      fc.property(fc.constantFrom('enterprise', 'smallholder'), answers, (kind, given) => {
        const names = asked(kind, given);
        for (const { item, onlyWhen } of items)
          if (onlyWhen && names.includes(item)) expect(names).to.include(onlyWhen.item);
      }),
    );
    expect(asked('enterprise', { records: 'no', 'records-true': 'yes' })).to.deep.equal(['records', 'labels']);
  });
});
