import { expect } from 'chai';
import fc from 'fast-check';
import { bodyOf } from './form-field.ts';
import { stepForms } from './step-forms.ts';

describe('the forms of the steps of a case', () => {
  it('leave out what was left empty, and tell apart lines, parts, numbers and flags', () => {
    const typed = { amount: ' 50000 ', kinds: ['fine'], measures: 'A\n\n B ' };
    expect(bodyOf(stepForms.notify ?? [], { ...typed, fine: ' 50000 ', confiscatedGains: '' })).to.deep.equal({
      ...{ kinds: ['fine'], fine: '50000', measures: ['A', 'B'] },
    });
    expect(bodyOf(stepForms['allow-instalments'] ?? [], { parts: '25000 2026-12-31\n25000  2027-01-31', reason: 'x' }))
      .to.have.property('parts')
      .that.deep.equals([
        { amount: '25000', dueOn: '2026-12-31' },
        { amount: '25000', dueOn: '2027-01-31' },
      ]);
    expect(bodyOf(stepForms.pay ?? [], { part: '1', receipt: 'N1' })).to.deep.equal({ part: 1, receipt: 'N1' });
    expect(bodyOf(stepForms['state-defence'] ?? [], { answer: '不成立' })).to.include({ accepted: false });
  });

  it('send nothing that a form does not ask for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(stepForms)),
        fc.dictionary(fc.string(), fc.string()),
        (verb, typed) => {
          const fields = stepForms[verb] ?? [];
          expect(fields.map(({ name }) => name)).to.include.members(Object.keys(bodyOf(fields, typed)));
        },
      ),
    );
  });
});
