import type { z } from 'zod';
import type { DeadlineRecord } from '../../deadlines/index.ts';
import type { Bilingual } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { verbsOf } from '../verbs.ts';
import { objectionTransitions, whyNotNow } from './lifecycle.ts';
import type { ObjectionRecord, TermRecord } from './model.ts';
import type { objectionSchema } from './schema.ts';

export type ObjectionView = z.infer<typeof objectionSchema>;

export const outOfReach: Bilingual = {
  zh: '异议由其他部门或检测机构办理',
  en: 'another department or laboratory deals with the objection',
};

/** @param report the deadline of the re-test's report, once it runs */
export function objectionView(
  objection: ObjectionRecord,
  caller: Caller,
  now: Date,
  report?: DeadlineRecord,
): ObjectionView {
  const { _id, producerId: _, version: __, sampleId, rapidTestId, term, ...rest } = objection;
  const { resultReceivedAt, raisedAt, sampleReceivedAt, decidedAt, history, ...plain } = rest;
  return {
    id: _id.toHexString(),
    ...plain,
    ...(sampleId && { sampleId: sampleId.toHexString() }),
    ...(rapidTestId && { rapidTestId: rapidTestId.toHexString() }),
    resultReceivedAt: resultReceivedAt.toISOString(),
    raisedAt: raisedAt.toISOString(),
    ...(sampleReceivedAt && { sampleReceivedAt: sampleReceivedAt.toISOString() }),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
    term: termView(term),
    ...(report && { reportTerm: termOfDeadline(report) }),
    overdue: report !== undefined && (decidedAt ?? now) >= report.dueAt,
    history: history.map(({ verb, by, at, reason }) => ({
      verb,
      by,
      at: at.toISOString(),
      ...(reason !== undefined && { reason }),
    })),
    ...verbsOf(objectionTransitions, objection, caller, {
      ofState: (verb) => whyNotNow(objection, verb),
      outOfReach,
    }),
  };
}

function termView({ due, ...term }: TermRecord): ObjectionView['term'] {
  return { ...term, due: due.toISOString() };
}

function termOfDeadline({ kind: term, clause, dueAt, lastDay, provisional }: DeadlineRecord): ObjectionView['term'] {
  return { term, clause, due: dueAt.toISOString(), lastDay, provisional };
}
