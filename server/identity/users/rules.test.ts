import { expect } from 'chai';
import fc from 'fast-check';
import { type Role, roles } from '../roles.ts';
import { type Account, mayGrant, remainingAdministrator } from './rules.ts';

const account = (id: fc.Arbitrary<string>): fc.Arbitrary<Account> =>
  fc.record({
    id,
    roles: fc.subarray([...roles], { minLength: 1 }),
    divisionCode: fc.constantFrom('611000', '611002', '611021', '611002104'),
    disabled: fc.boolean(),
  });
const others = fc.array(account(fc.stringMatching(/^[a-e]$/)), { maxLength: 6 });

describe('the last administrator', () => {
  const city: Account = { id: 'city', roles: ['administrator'], divisionCode: '611000', disabled: false };
  const county: Account = { ...city, id: 'county', divisionCode: '611002' };

  it('of a division cannot go, be demoted or be moved', () => {
    for (const change of [{ disabled: true }, { roles: ['auditor' as Role] }, { divisionCode: '611002' }]) {
      expect(remainingAdministrator(city, { ...city, ...change }, [county])).to.equal(null);
      expect(remainingAdministrator(city, { ...city, ...change }, [{ ...city, id: 'other', disabled: true }])).to.equal(
        null,
      );
      expect(remainingAdministrator(city, { ...city, ...change }, [{ ...city, id: 'other' }])?.id).to.equal('other');
    }
    expect(remainingAdministrator(county, { ...county, disabled: true }, [city])?.id).to.equal('city');
  });

  it('always leaves behind somebody who is enabled and administers that division', () => {
    fc.assert(
      fc.property(account(fc.constant('x')), account(fc.constant('x')), others, (before, after, rest) => {
        const remaining = remainingAdministrator(before, after, rest);
        if (remaining) {
          expect(remaining.disabled).to.equal(false);
          expect(remaining.roles).to.include('administrator');
          expect(before.divisionCode.startsWith(remaining.divisionCode.replace(/0+$/, ''))).to.equal(true);
        }
        if (remaining === null) expect(before.roles.includes('administrator') && !before.disabled).to.equal(true);
      }),
    );
  });
});

describe('a role', () => {
  it('is granted only by whoever holds all its rights', () => {
    for (const role of roles) expect(mayGrant({ roles: ['administrator'] }, role), role).to.equal(true);
    for (const role of ['administrator', 'supervisor', 'officer'] as const)
      expect(mayGrant({ roles: ['auditor'] }, role), role).to.equal(false);
  });
});
