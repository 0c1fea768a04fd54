import { expect } from 'chai';
import fc from 'fast-check';
import { readFaults } from './platform-faults.ts';

describe('faults of the platform', () => {
  it('are those that the console has words for, each once', () => {
    expect(readFaults('{"faults":["spool","database","spool","moon"]}')).to.deep.equal(['database', 'spool']);
    expect(readFaults('{"faults":[]}')).to.deep.equal([]);
  });

  it('are none in anything else', () => {
    for (const data of ['', 'null', '{}', '{"faults":"spool"}', '[]']) expect(readFaults(data)).to.deep.equal([]);
    fc.assert(fc.property(fc.string(), (data) => readFaults(data).length >= 0));
  });
});
