// Writes the table of rights into its page; with --check, only says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { page, withPermissions } from './permissions/table.ts';

const text = readFileSync(page, 'utf8');
const now = withPermissions(text);
if (!process.argv.includes('--check')) writeFileSync(page, now);
else if (now !== text) {
  process.stderr.write(`${page} is not what the table of rights says: npm run permissions\n`);
  process.exitCode = 1;
}
