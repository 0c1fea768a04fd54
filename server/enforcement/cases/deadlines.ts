import type { Context } from '../../context.ts';
import type { Work } from '../../database/transaction.ts';
import type { DeadlineRecord, DeadlinesService } from '../../deadlines/index.ts';
import kinds from '../data/deadlines.json' with { type: 'json' };
import { type DueStep, dueSteps } from './due-steps.ts';
import type { Asking } from './guards.ts';
import type { CaseRecord } from './model.ts';

export type DeadlinesOfCases = Pick<
  DeadlinesService,
  'register' | 'startDeadline' | 'meetDeadline' | 'voidDeadline' | 'ofRecords'
>;

type Followed = Omit<CaseRecord, 'party'>;

const resource = 'cases';
/** After these the case has no more to be done, or not here. */
const fallsAway = ['withdraw', 'transfer'];
const open = ['running', 'suspended', 'overdue'];

/** Keeps the deadlines of cases in step with their life, in the transaction of each step. */
export function createCaseDeadlines(context: Context, deadlines: DeadlinesOfCases) {
  deadlines.register(kinds);

  const start = (work: Work, { _id, number, divisionCode }: Followed, { role, part, ...step }: DueStep) =>
    deadlines.startDeadline(work, {
      ...step,
      subject: { resource, id: _id.toHexString(), label: number, ...(part !== undefined && { part }) },
      divisionCode,
      responsible: { role },
    });

  return {
    ofCases: (ids: readonly string[]) => deadlines.ofRecords(resource, ids),

    /** The first deadline, with the clue. */
    async begin(work: Work, clue: Followed): Promise<void> {
      await start(work, clue, {
        ...{ kind: 'case-clue-check', startedBy: 'create', startedAt: clue.createdAt },
        role: 'officer',
      });
    },

    /** The day on which the fine is due; its deadline starts with the service. */
    async startPayment(work: Work, found: CaseRecord, servedAt: Date): Promise<string> {
      const payment: DueStep = {
        kind: 'case-payment',
        startedBy: 'serve',
        startedAt: servedAt,
        part: '1',
        role: 'officer',
      };
      return (await start(work, found, payment)).lastDay;
    },

    /** What the step has done is met, what it has ended falls away, and what it has begun runs. */
    async follow(work: Work, after: CaseRecord, verb: string, asking: Asking): Promise<void> {
      const id = after._id.toHexString();
      const known = await deadlines.ofRecords(resource, [id], work);
      const wanted = dueSteps(after, asking);
      for (const deadline of known) {
        if (!open.includes(deadline.state) || wanted.some((step) => isSame(deadline, step))) continue;
        const reference = { kind: deadline.kind, resource, id, part: deadline.subject.part };
        if (fallsAway.includes(verb)) await deadlines.voidDeadline(work, reference, verb);
        else await deadlines.meetDeadline(work, reference, context.clock());
      }
      for (const step of wanted) if (!known.some((deadline) => isSame(deadline, step))) await start(work, after, step);
    },
  };
}

export type CaseDeadlines = ReturnType<typeof createCaseDeadlines>;

function isSame({ kind, subject, startedAt, setTo }: DeadlineRecord, step: DueStep): boolean {
  return (
    kind === step.kind &&
    subject.part === step.part &&
    startedAt.getTime() === step.startedAt.getTime() &&
    setTo?.getTime() === step.setTo?.getTime()
  );
}
