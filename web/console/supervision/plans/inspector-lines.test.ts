import { expect } from 'chai';
import { readInspectors, readTasks } from './inspector-lines.ts';

describe('the tasks of a plan', () => {
  it('are read one a line: a producer, then who inspects it', () => {
    expect(readTasks('5f00 county、town\n \n5f01')).to.deep.equal([
      { producerId: '5f00', inspectors: ['county', 'town'] },
      { producerId: '5f01', inspectors: [] },
    ]);
  });
});

describe('the inspectors of a plan', () => {
  it('are read one a line, each with the producers that are not theirs to inspect', () => {
    expect(readInspectors('county\n\n  town  5f00，5f01\n')).to.deep.equal([
      { username: 'county', conflictsWith: [] },
      { username: 'town', conflictsWith: ['5f00', '5f01'] },
    ]);
  });
});
