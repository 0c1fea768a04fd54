import { expect } from 'chai';
import { readInspectors } from './inspector-lines.ts';

describe('the inspectors of a plan', () => {
  it('are read one a line, each with the producers that are not theirs to inspect', () => {
    expect(readInspectors('county\n\n  town  5f00，5f01\n')).to.deep.equal([
      { username: 'county', conflictsWith: [] },
      { username: 'town', conflictsWith: ['5f00', '5f01'] },
    ]);
  });
});
