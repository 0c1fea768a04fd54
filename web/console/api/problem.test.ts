import { expect } from 'chai';
import { fieldOf, Problem } from './problem.ts';

describe('console: problems', () => {
  it('reads detail and field errors of a problem document', () => {
    const problem = Problem.of(
      400,
      {
        title: 'T',
        detail: 'D',
        errors: [{ pointer: '/name', message: 'm' }, { bad: 1 }],
      },
      'zh',
    );
    expect(problem.message).to.equal('D');
    expect(problem.errors).to.deep.equal([{ pointer: '/name', message: 'm' }]);
  });

  it('takes the words of the reader’s language where there are some', () => {
    const words = { zh: '不能为空', en: 'must not be empty' };
    const body = { title: 'T', detail: 'D', text: words, errors: [{ pointer: '/name', message: 'm', text: words }] };
    for (const language of ['zh', 'en'] as const) {
      const problem = Problem.of(400, body, language);
      expect(problem.message).to.equal(words[language]);
      expect(problem.errors).to.deep.equal([{ pointer: '/name', message: words[language] }]);
    }
  });

  it('keeps the status of an answer that is no problem document', () => {
    expect(Problem.of(502, '<html>', 'zh').status).to.equal(502);
    expect(Problem.of(502, undefined, 'en').errors).to.deep.equal([]);
  });

  it('turns a JSON pointer into the path of a form field', () => {
    expect(fieldOf('/quantity/value')).to.deep.equal(['quantity', 'value']);
    expect(fieldOf('/inputs/0/batchCode')).to.deep.equal(['inputs', 0, 'batchCode']);
    expect(fieldOf('/a~1b')).to.deep.equal(['a/b']);
    expect(fieldOf('')).to.deep.equal([]);
  });
});
