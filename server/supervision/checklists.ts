import data from './data/checklists.json' with { type: 'json' };
import type { Checklist } from './rules/checklist.ts';

/** All versions: an inspection is read by the one it was done with. */
export const checklists = data as readonly Checklist[];

export function newestChecklist(name: string): Checklist | undefined {
  return checklists.filter(({ checklist }) => checklist === name).toSorted((a, b) => b.version - a.version)[0];
}

/** @throws Error for a version that was never there */
export function checklistOf(name: string, version: number): Checklist {
  const found = checklists.find((each) => each.checklist === name && each.version === version);
  if (!found) throw new Error(`there is no checklist ${name} version ${version}`);
  return found;
}
