import { expect } from 'chai';
import data from '../data/default-criteria.json' with { type: 'json' };
import { judgeControl } from './control-judgement.ts';
import { type DefaultCriterion, defaultCriterion } from './default-criterion.ts';

describe('what a control is held against by default', () => {
  const rows = data.criteria as DefaultCriterion[];
  const recovered = (value: string) =>
    judgeControl({ kind: 'spike', value, added: '1' }, defaultCriterion(rows, 'spike', ['pesticide'])).state;

  it('is a recovery of 60 to 140 % for a pesticide, both included', () => {
    expect(['0.5999', '0.6', '1.4', '1.4001'].map(recovered)).to.deep.equal([
      'out-of-control',
      'in-control',
      'in-control',
      'out-of-control',
    ]);
  });

  it('is nothing for another kind of control or substance', () => {
    expect(defaultCriterion(rows, 'duplicate', ['pesticide'])).to.equal(undefined);
    expect(defaultCriterion(rows, 'spike', ['contaminant'])).to.equal(undefined);
    expect(defaultCriterion(rows, 'spike', [])).to.equal(undefined);
  });

  it('names its source', () => {
    for (const { source } of rows) expect(source).to.have.length.greaterThan(10);
  });
});
