import { expect } from 'chai';
import { fieldOf, Problem } from './problem.ts';

describe('console: problems', () => {
  it('reads detail and field errors of a problem document', () => {
    const problem = Problem.of(400, {
      title: 'T',
      detail: 'D',
      errors: [{ pointer: '/name', message: 'm' }, { bad: 1 }],
    });
    expect(problem.message).to.equal('D');
    expect(problem.errors).to.deep.equal([{ pointer: '/name', message: 'm' }]);
  });

  it('keeps the status of an answer that is no problem document', () => {
    expect(Problem.of(502, '<html>').status).to.equal(502);
    expect(Problem.of(502, undefined).errors).to.deep.equal([]);
  });

  it('turns a JSON pointer into the path of a form field', () => {
    expect(fieldOf('/quantity/value')).to.deep.equal(['quantity', 'value']);
    expect(fieldOf('/inputs/0/batchCode')).to.deep.equal(['inputs', 0, 'batchCode']);
    expect(fieldOf('/a~1b')).to.deep.equal(['a/b']);
    expect(fieldOf('')).to.deep.equal([]);
  });
});
