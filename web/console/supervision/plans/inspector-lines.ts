import type { NewPlan } from './queries.ts';

/** One inspector a line: the user name, then the producers that the person has a conflict with. */
export function readInspectors(lines: string): NewPlan['inspectors'] {
  return lines
    .split('\n')
    .map((line) => line.split(/[\s,，、]+/).filter(Boolean))
    .flatMap(([username, ...conflictsWith]) => (username ? [{ username, conflictsWith }] : []));
}
