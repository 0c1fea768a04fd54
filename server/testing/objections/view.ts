import type { z } from 'zod';
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

export function objectionView(objection: ObjectionRecord, caller: Caller, now: Date): ObjectionView {
  const { _id, producerId: _, version: __, sampleId, rapidTestId, term, reportTerm, ...rest } = objection;
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
    ...(reportTerm && { reportTerm: termView(reportTerm) }),
    overdue: reportTerm !== undefined && (decidedAt ?? now) >= reportTerm.due,
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
