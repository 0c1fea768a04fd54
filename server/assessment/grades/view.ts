import type { z } from 'zod';
import { decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayDo, noRight } from '../../identity/rights/ability.ts';
import { recordFor } from '../record-address.ts';
import type { Graded } from '../rules/grade.ts';
import { assessmentTransitions, whyRefused } from './lifecycle.ts';
import type { AssessmentRecord, Contested } from './model.ts';
import type { assessmentSchema } from './schema.ts';

export type AssessmentView = z.input<typeof assessmentSchema>;

export function gradedView(
  { schemeVersion, from, score, grade, inspectionsAYear, points, limited }: Graded,
  caller: Caller,
) {
  const shown = recordFor(caller);
  return {
    schemeVersion,
    from: from.toISOString(),
    score,
    grade,
    inspectionsAYear,
    points: points.map((point) => ({
      ...point,
      records: point.records.map((record) => ({
        ...record,
        ...shown(record),
        happenedAt: record.happenedAt.toISOString(),
      })),
    })),
    ...(limited && { limited }),
  };
}

const plain = (contested: readonly Contested[]) => contested.map(({ resource, id }) => ({ resource, id }));

export function assessmentView(found: AssessmentRecord, caller: Caller, divisionName: string): AssessmentView {
  const { appeal } = found;
  return {
    id: found._id.toHexString(),
    producerId: found.producerId.toHexString(),
    producerName: found.producerName,
    producerKind: found.producerKind,
    divisionCode: found.divisionCode,
    divisionName,
    number: found.number,
    assessedAt: found.assessedAt.toISOString(),
    assessedBy: found.assessedBy,
    state: found.state,
    ...gradedView(found, caller),
    ...(appeal && {
      appeal: {
        text: appeal.text,
        contested: plain(appeal.contested),
        by: appeal.by,
        at: appeal.at.toISOString(),
        ...(appeal.decision && {
          decision: {
            ...appeal.decision,
            accepted: plain(appeal.decision.accepted),
            at: appeal.decision.at.toISOString(),
          },
        }),
      },
    }),
    ...(found.supersedes && { supersedes: found.supersedes.toHexString() }),
    ...decideVerbs(assessmentTransitions, ({ verb, permission }) =>
      mayDo(caller, permission, found) ? whyRefused(found, verb, caller.username) : noRight,
    ),
  };
}
