import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

/** The driver's own collection passes by every hook: scopes, audit log. */
const raw =
  /\.(collection|db)\.(find|aggregate|insert|update|delete|replace|bulkWrite|count|distinct|watch|collection)|\.collection(<\w+>)?\(/;

const allowed = [
  'server/audit/sequence.ts',
  'server/audit/verify/stored.ts',
  'server/database/migrations/index.ts',
  'server/devices/reading-store.ts',
  'server/privacy/keys-in-use.ts',
];

describe('the raw driver', () => {
  it('is used by migrations, the mass insertion of readings, the places of the audit log and the keys in use alone', () => {
    const users = readdirSync('server', { recursive: true, encoding: 'utf8' })
      .map((file) => join('server', file))
      .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|testing-support|database\/(embedded|backup)\//.test(file))
      .filter((file) => raw.test(readFileSync(file, 'utf8')));
    expect(users.sort()).to.deep.equal(allowed);
  });
});
