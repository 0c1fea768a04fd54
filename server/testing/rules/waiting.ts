import type { SampleRecord } from '../model.ts';
import { openTests } from './sample-verdict.ts';

/** What a sample waits for, in the order of its life. */
export const waitingFor = ['receipt', 'test', 'report', 'release', 'verification'] as const;

/** The states in which something waits. */
export const waitingStates = ['drawn', 'received', 'in-test', 'reported'] as const satisfies SampleRecord['state'][];

export interface Waiting {
  for: (typeof waitingFor)[number];
  /** Who has it: usernames, or before its receipt whoever holds it by the chain of custody. Empty: nobody has taken it yet. */
  by: string[];
  since: Date;
}

type Looked = Pick<SampleRecord, 'state' | 'drawnAt' | 'samplers' | 'custody' | 'tests' | 'results' | 'history'>;

/** What a sample in the laboratory, or on its way there, waits for; `null` when its life there is over. */
export function waitingOf(sample: Looked): Waiting | null {
  switch (sample.state) {
    case 'drawn':
      return forReceipt(sample);
    case 'received':
    case 'in-test':
      return inLaboratory(sample);
    case 'reported':
      return forIssue(sample);
    default:
      return null;
  }
}

function forReceipt({ custody = [], samplers, drawnAt }: Looked): Waiting {
  const last = custody.at(-1);
  return { for: 'receipt', by: last ? [last.to] : [...samplers], since: last?.at ?? drawnAt };
}

function inLaboratory(sample: Looked): Waiting {
  const open = openTests(sample.tests ?? []);
  const { results } = sample;
  if (open.length === 0 && results.length > 0)
    return { for: 'report', by: unique(results.map(({ enteredBy }) => enteredBy)), since: lastStep(sample) };
  const since = earliest(open.map(({ askedAt }) => askedAt)) ?? lastStep(sample);
  return { for: 'test', by: unique(open.flatMap(({ assignedTo }) => assignedTo ?? [])), since };
}

/** Results of a run wait for its release before anybody may verify them. */
function forIssue(sample: Looked): Waiting {
  const held = sample.results.some(({ run }) => run && !run.released);
  return { for: held ? 'release' : 'verification', by: [], since: lastStep(sample) };
}

function lastStep({ history, drawnAt }: Looked): Date {
  return history.at(-1)?.at ?? drawnAt;
}

function earliest(times: readonly Date[]): Date | undefined {
  return times.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
