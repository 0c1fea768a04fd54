import { expect } from 'chai';
import fc from 'fast-check';
import { type Matched, type Matcher, matches, silenceableKinds } from './silence-match.ts';

const some = fc.option(fc.constantFrom('a', 'b'), { nil: undefined });
const facts = { ruleId: some, deviceId: some, siteId: some, metric: some };
const division = fc.constantFrom('611000', '611002', '611002001', '611021');

describe('what a silence is about', () => {
  it('is never food, and never a task', () => {
    const anything: Matcher = { divisionCode: '611000' };
    for (const kind of ['limit-exceeded', 'rapid-test-positive', 'overdue-task'])
      expect(matches(anything, { kind, divisionCode: '611002' }), kind).to.equal(false);
    for (const kind of silenceableKinds)
      expect(matches(anything, { kind, divisionCode: '611002' }), kind).to.equal(true);
  });

  it('lies in its division, and takes in no more the more it says', () => {
    const warning = fc.record({ kind: fc.constantFrom(...silenceableKinds), divisionCode: division, ...facts });
    fc.assert(
      fc.property(fc.record({ divisionCode: division, ...facts }), warning, (matcher: Matcher, given: Matched) => {
        const wider: Matcher = { divisionCode: matcher.divisionCode };
        if (matches(matcher, given)) expect(matches(wider, given)).to.equal(true);
        expect(matches({ ...matcher, divisionCode: '611021' }, { ...given, divisionCode: '611002' })).to.equal(false);
        if (matcher.deviceId && matcher.deviceId !== given.deviceId) expect(matches(matcher, given)).to.equal(false);
      }),
    );
  });
});
