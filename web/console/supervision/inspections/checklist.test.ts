import { expect } from 'chai';
import type { Checklist } from '../../api/types.ts';
import { askedItems } from './checklist.ts';

const item = (name: string, more: Partial<Checklist['items'][number]> = {}): Checklist['items'][number] => ({
  item: name,
  text: { zh: name, en: name },
  clause: '1',
  severity: 'major',
  ...more,
});

const items = [
  item('records', { producerKinds: ['enterprise'] }),
  item('records-true', { onlyWhen: { item: 'records', answer: 'yes' } }),
  item('labels'),
];
const asked = (kind: string, answers = {}) => askedItems(items, kind, answers).map(({ item: name }) => name);

describe('the items of a checklist', () => {
  it('are those for the kind of producer', () => {
    expect(asked('smallholder')).to.deep.equal(['labels']);
    expect(asked('enterprise')).to.deep.equal(['records', 'labels']);
  });

  it('follow from what is answered', () => {
    expect(asked('enterprise', { records: 'yes' })).to.deep.equal(['records', 'records-true', 'labels']);
    expect(asked('enterprise', { records: 'no' })).to.deep.equal(['records', 'labels']);
  });
});
