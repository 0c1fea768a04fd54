import { expect } from 'chai';
import { roles } from '../../../server/identity/roles.ts';
import { conditionOf } from '../../../test/permissions/callers.ts';
import { navigation } from './navigation.ts';
import { startOf } from './start.ts';

describe('where somebody begins', () => {
  it('is a page of the navigation that the role may open, whatever the role', () => {
    const entries = navigation.flatMap((group) => group.entries);
    for (const role of roles) {
      const entry = entries.find(({ to }) => to === startOf([role]).split('?')[0]);
      expect(entry && conditionOf(role, entry.permission as never), role).to.be.a('string');
    }
  });

  it('is where the whole is seen, for whoever also oversees', () => {
    expect(startOf(['analyst', 'supervisor'])).to.equal('/overview');
    expect(startOf(['producer'])).to.equal('/batches');
  });
});
