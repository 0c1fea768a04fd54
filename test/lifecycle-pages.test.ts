import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { pageAsItShouldBe, pages } from '../scripts/lifecycles/pages.ts';

describe('the pages of the life cycles', () => {
  it('show their tables as they are; if not, run npm run lifecycles', () => {
    for (const file of new Set(pages.map((page) => page.file))) {
      const text = readFileSync(file, 'utf8');
      expect(pageAsItShouldBe(text, file)).to.equal(text);
    }
  });
});
