import { sampleTransitions } from '../../server/testing/lifecycle.ts';
import { lifecycleSection, withSection } from './diagram.ts';

/** Which page shows which life cycle. */
export const pages = [
  { file: 'docs/testing.md', id: 'life of a sample', initial: 'drawn', rows: sampleTransitions },
] as const;

export function pageAsItShouldBe(text: string, file: string): string {
  return pages
    .filter((page) => page.file === file)
    .reduce((page, { id, initial, rows }) => withSection(page, id, lifecycleSection(initial, rows)), text);
}
