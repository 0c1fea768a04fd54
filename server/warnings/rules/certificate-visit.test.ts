import { expect } from 'chai';
import { certificateVisit } from './certificate-visit.ts';

describe('a surveillance visit', () => {
  const facts = { number: 'C1', subject: '绿色食品 香菇', visitBy: '2026-06-02' };

  it('is warned of thirty days before, and on, also when it is late, as one condition', () => {
    expect(certificateVisit(facts, '2026-05-02')).to.equal(null);
    for (const day of ['2026-05-03', '2026-06-02', '2026-08-01'])
      expect(certificateVisit(facts, day)?.conditionKey).to.equal('certificate-visit|C1|2026-06-02');
  });
});
