import { expect } from 'chai';
import { type Told, twoStories } from './stories.ts';

const item = (name: string) => ({
  item: name,
  text: { zh: name, en: name },
  clause: '农产品质量安全法 27',
  severity: 'minor' as const,
});
const checklist = {
  checklist: 'producer',
  version: 1,
  title: { zh: '检查表', en: 'Checklist' },
  source: '',
  items: ['a', 'b', 'c', 'd'].map(item),
};
const told = (name: string, answer: Told['answer'], note?: string): Told => ({
  item: name,
  answer,
  ...(note !== undefined && { note }),
});

describe('console: two submissions of one inspection', () => {
  it('shows what differs first, and what only one of them was asked', () => {
    const rows = twoStories(
      checklist,
      [told('a', 'yes'), told('b', 'yes', '齐全'), told('c', 'no')],
      [told('a', 'yes'), told('b', 'yes', '缺一份'), told('d', 'no')],
    );
    expect(rows.map(({ item: { item: name }, differs }) => `${name} ${differs}`)).to.deep.equal([
      'b true',
      'c true',
      'd true',
      'a false',
    ]);
    expect(rows[1]).to.deep.include({ submitted: undefined });
  });
});
