import { expect } from 'chai';
import fc from 'fast-check';
import { attachmentTransitions, stateOf, transitionOf, whyRefused } from './lifecycle.ts';
import type { Removal } from './model.ts';

describe('the life of an attachment', () => {
  const verbs = fc.array(fc.constantFrom(...attachmentTransitions.map(({ verb }) => verb)), { maxLength: 12 });

  it('ends when it is erased, and is erased only from withdrawn', () => {
    fc.assert(
      fc.property(verbs, (tried) => {
        const removals: Removal[] = [];
        for (const verb of tried) {
          const before = stateOf({ removals });
          const refusal = whyRefused({ removals }, verb);
          if (before === 'erased') expect(refusal, verb).to.have.all.keys('zh', 'en');
          if (verb === 'erase') expect(refusal === null).to.equal(before === 'withdrawn');
          if (!refusal) removals.push({ to: transitionOf(verb).to, at: new Date(0), by: 'officer', reason: 'test' });
        }
      }),
    );
  });
});
