import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Outcome } from './format.ts';
import { tableOf, tableWithin } from './report.ts';
import { runSuites } from './suites.ts';

const folder = new URL('../../../shared/data/mongo-spec-tests', import.meta.url).pathname;
const page = new URL('../../docs/embedded-database.md', import.meta.url);

if (existsSync(folder)) {
  describe("MongoDB's driver tests on the embedded database", function () {
    this.timeout(10 * 60_000);
    let outcomes: Outcome[];
    before(async () => {
      outcomes = await runSuites(folder);
    });

    it('fail nowhere', () => {
      const failures = outcomes.filter(({ result }) => result === 'failed');
      expect(failures).to.deep.equal([]);
      expect(outcomes.filter(({ result }) => result === 'passed')).not.to.have.length(0);
    });

    it('give the table in the documentation', () => {
      expect(tableWithin(readFileSync(page, 'utf8'))).to.equal(tableOf(outcomes));
    });
  });
} else process.stdout.write(`MongoDB's driver tests are left out: there is no ${folder}\n`);
