import type { Work } from '../../database/transaction.ts';
import type { DeadlineRecord, DeadlinesService } from '../../deadlines/index.ts';
import kinds from '../data/deadlines.json' with { type: 'json' };
import type { EvidenceVerb } from './lifecycle.ts';
import type { EvidenceRecord, HoldRecord } from './model.ts';

export type DeadlinesOfEvidence = Pick<
  DeadlinesService,
  'startDeadline' | 'meetDeadline' | 'extendDeadline' | 'suspendDeadline' | 'resumeDeadline' | 'ofRecords'
>;

const resource = 'case-evidence';
const kindOf = ({ kind }: HoldRecord) => (kind === 'preservation' ? 'case-preservation' : 'case-seizure');

/** Until when goods may be held: 行政处罚法 56, 行政强制法 25; time of testing does not count. */
export function createEvidenceDeadlines(deadlines: DeadlinesOfEvidence, clock: () => Date) {
  return {
    async ofEvidence(ids: readonly string[], work?: Work): Promise<Map<string, DeadlineRecord>> {
      const found = await deadlines.ofRecords(resource, ids, work);
      return new Map(found.map((deadline) => [deadline.subject.id, deadline]));
    },

    /** In the transaction of the step, with the evidence as the step has left it. */
    async follow(
      work: Work,
      { _id, number, divisionCode, hold }: EvidenceRecord,
      { verb, caseNumber, reason = '' }: { verb: EvidenceVerb; caseNumber: string; reason?: string | undefined },
    ): Promise<void> {
      if (!hold) return;
      const kind = kindOf(hold);
      const id = _id.toHexString();
      const reference = { kind, resource, id };
      if (verb === 'hold')
        await deadlines.startDeadline(work, {
          ...{ kind, subject: { resource, id, label: `${caseNumber} 证据 ${number}` }, divisionCode },
          ...{ responsible: { role: 'supervisor' }, startedBy: verb, startedAt: hold.from },
        });
      if (verb === 'pause') await deadlines.suspendDeadline(work, reference, reason, clock());
      if (verb === 'resume') await deadlines.resumeDeadline(work, reference, '检验检测结束', clock());
      if (verb === 'extend')
        await deadlines.extendDeadline(work, reference, { amount: longestExtension(kind), reason });
      if (verb === 'release') await deadlines.meetDeadline(work, reference, clock());
    },
  };
}

export type EvidenceDeadlines = ReturnType<typeof createEvidenceDeadlines>;

/** @throws Error for a kind that is not extended: the life cycle refuses it earlier */
function longestExtension(kind: string): number {
  const most = kinds.find((row) => row.kind === kind)?.extension?.most;
  if (most === undefined) throw new Error(`${kind} is not extended`);
  return most;
}
