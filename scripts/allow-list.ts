// Writes what the embedded database answers into its page, from the engine's own tables.
import { readFileSync, writeFileSync } from 'node:fs';
import { allowListSection, beginMark, endMark } from '../server/database/embedded/allow-list.ts';

const page = 'docs/embedded-database.md';
const text = readFileSync(page, 'utf8');
const [before, rest] = text.split(beginMark);
const after = rest?.split(endMark)[1];
if (before === undefined || after === undefined) throw new Error(`${page} has no marks for the list`);
writeFileSync(page, before + allowListSection() + after);
