import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import type { OfficerRegister } from '../officers/service.ts';
import { findingOf } from './filing.ts';
import type { CaseRecord } from './model.ts';
import type { findingBody, legalReviewBody } from './schema.ts';
import type { CaseSteps } from './steps.ts';

/** What the officers find, and who else looks at it. */
export function createInvestigating(
  context: Context,
  { steps: { step }, officers }: { steps: CaseSteps; officers: OfficerRegister },
) {
  const reviewed = (
    found: CaseRecord,
    kind: 'review' | 'legal-review',
    by: string,
    agrees: boolean,
    opinion: string,
  ) => ({
    reviews: [...found.reviews, { kind, by, at: context.clock(), agrees, opinion }],
  });

  return {
    recordFinding: (caller: Caller, id: string, body: z.output<typeof findingBody>) =>
      step(caller, id, 'record-finding', { change: (_found, { today }) => ({ finding: findingOf(body, today) }) }),

    submit: (caller: Caller, id: string) => step(caller, id, 'submit'),

    returnReport: (caller: Caller, id: string, opinion: string) =>
      step(caller, id, 'return', {
        reason: opinion,
        change: (found) => reviewed(found, 'review', caller.username, false, opinion),
      }),

    review: (caller: Caller, id: string, opinion: string) =>
      step(caller, id, 'review', { change: (found) => reviewed(found, 'review', caller.username, true, opinion) }),

    legalReview: (caller: Caller, id: string, { agrees, opinion }: z.output<typeof legalReviewBody>) =>
      step(caller, id, 'legal-review', {
        async change(found, _asking, work) {
          await officers.requireLegalQualification(work, caller.username, found.divisionCode);
          return reviewed(found, 'legal-review', caller.username, agrees, opinion);
        },
      }),
  };
}
