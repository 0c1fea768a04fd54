// Writes the life cycles into their pages, each from its own table.
import { readFileSync, writeFileSync } from 'node:fs';
import { pageAsItShouldBe, pages } from './lifecycles/pages.ts';

for (const file of new Set(pages.map((page) => page.file)))
  writeFileSync(file, pageAsItShouldBe(readFileSync(file, 'utf8'), file));
