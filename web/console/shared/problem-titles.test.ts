import { expect } from 'chai';
import { problemCodes } from '../../../server/errors.ts';
import { problemTitle, problemTitles } from './problem-titles.ts';

describe('the words of problems', () => {
  it('are there for every code that the server has, in both languages', () => {
    expect(Object.keys(problemTitles)).to.have.members([...problemCodes]);
    for (const code of problemCodes) {
      expect(problemTitle(code, 'title', 'zh'), code).to.match(/\p{Script=Han}/u);
      expect(problemTitle(code, 'title', 'en'), code).to.match(/^[\p{ASCII}]+$/u);
    }
  });

  it('are the server’s own for a code that is new', () => {
    expect(problemTitle('from-the-future', 'Something new', 'zh')).to.equal('Something new');
  });
});
