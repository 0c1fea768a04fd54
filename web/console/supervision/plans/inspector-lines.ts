import type { NewPlan } from './queries.ts';

type Inspector = NonNullable<NewPlan['inspectors']>[number];
type Task = NonNullable<NewPlan['tasks']>[number];

/** One task a line: the producer, then the user names of who inspects it. */
export function readTasks(lines: string): Task[] {
  return wordsOf(lines).flatMap(([producerId, ...inspectors]) => (producerId ? [{ producerId, inspectors }] : []));
}

/** One inspector a line: the user name, then the producers that the person has a conflict with. */
export function readInspectors(lines: string): Inspector[] {
  return wordsOf(lines).flatMap(([username, ...conflictsWith]) => (username ? [{ username, conflictsWith }] : []));
}

const wordsOf = (lines: string): string[][] =>
  lines.split('\n').map((line) => line.split(/[\s,，、]+/).filter(Boolean));
