import type { z } from 'zod';
import { addWorkingDays, dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { IllegalTransition, InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Papers } from '../documents/papers.ts';
import { dayWithin } from './days.ts';
import { type Asking, hearingOwed, whyHearingTooLate } from './guards.ts';
import { whyNotConcluded } from './lifecycle.ts';
import { penaltyOf } from './penalty.ts';
import type {
  concludeBody,
  defenceBody,
  discussBody,
  hearingBody,
  hearingEndBody,
  hearingRequestBody,
  penaltyBody,
  servedBody,
} from './schema.ts';
import type { CaseSteps } from './steps.ts';

/** The party is told what is intended, and heard. */
export function createHearing(context: Context, { steps: { step }, papers }: { steps: CaseSteps; papers: Papers }) {
  return {
    notify: (caller: Caller, id: string, body: z.output<typeof penaltyBody>) =>
      step(caller, id, 'notify', {
        async change(found, asking, work) {
          const penalty = penaltyOf(found, body, asking);
          const number = await papers.numberOf(work, found, 'prior-notice');
          const hearing = hearingOwed(found, penalty, asking) !== null;
          return { proposal: { ...penalty, number, at: context.clock(), hearing } };
        },
        clear: ['notice', 'hearing', 'waived', 'discussion'],
        also: async (work, found) => {
          await papers.issue(work, found, 'prior-notice', undefined, found.proposal?.number);
        },
      }),

    serveNotice: (caller: Caller, id: string, { on, method, proof }: z.output<typeof servedBody>) =>
      step(caller, id, 'serve-notice', {
        change: ({ proposal }, { today }) => ({
          notice: { on: dayWithin(on, today, proposal && dayOf(proposal.at)), method, proof },
        }),
        also: async (work, found) => {
          await papers.issue(work, found, 'proof-of-service', found.notice);
        },
      }),

    stateDefence: (caller: Caller, id: string, { accepted, answer }: z.output<typeof defenceBody>) =>
      step(caller, id, 'state-defence', {
        change: ({ defences }, { today }) => ({ defences: [...defences, { on: today, accepted, answer }] }),
      }),

    requestHearing: (caller: Caller, id: string, { on }: z.output<typeof hearingRequestBody>) =>
      step(caller, id, 'request-hearing', {
        change(found, asking) {
          const requestedOn = dayWithin(on, asking.today, found.notice?.on);
          const tooLate = whyHearingTooLate(found, requestedOn, asking);
          if (tooLate) throw new IllegalTransition(tooLate);
          return { hearing: { requestedOn } };
        },
      }),

    /** Whoever calls it presides. */
    holdHearing: (caller: Caller, id: string, { noticeServedOn, on, result }: z.output<typeof hearingBody>) =>
      step(caller, id, 'hold-hearing', {
        change({ hearing }, asking) {
          const requestedOn = hearing?.requestedOn ?? asking.today;
          const heldOn = dayOfHearing({ requestedOn, noticeServedOn, on }, asking);
          return { hearing: { requestedOn, noticeServedOn, heldOn, presider: caller.username, result } };
        },
      }),

    /** 终止听证: the party has given the hearing up; whether it may still make a statement goes by the days left. */
    endHearing: (caller: Caller, id: string, { ground, noticeServedOn, on, result }: z.output<typeof hearingEndBody>) =>
      step(caller, id, 'end-hearing', {
        reason: result,
        change({ hearing }, asking) {
          const requestedOn = hearing?.requestedOn ?? asking.today;
          if (ground !== 'withdrawn' && noticeServedOn === undefined)
            throw InvalidInput.field(
              '/noticeServedOn',
              'must be given: nobody stays away from what was not made known',
            );
          const endedOn =
            ground === 'withdrawn' || noticeServedOn === undefined
              ? dayWithin(on, asking.today, requestedOn)
              : dayOfHearing({ requestedOn, noticeServedOn, on }, asking);
          return {
            hearing: {
              requestedOn,
              ...(noticeServedOn !== undefined && { noticeServedOn }),
              ended: { on: endedOn, ground },
              ...{ presider: caller.username, result },
            },
          };
        },
        also: async (work, found) => {
          await papers.issue(work, found, 'hearing-record', { field: { content: result } });
        },
      }),

    conclude: (caller: Caller, id: string, { waiver }: z.output<typeof concludeBody>) =>
      step(caller, id, 'conclude', {
        change(found, asking) {
          const waived = waiver === undefined ? found.waived : { proof: waiver };
          const reason = whyNotConcluded({ ...found, ...(waived && { waived }) }, asking);
          if (reason) throw new IllegalTransition(reason);
          return waived ? { waived } : {};
        },
      }),

    discuss: (caller: Caller, id: string, { heads, conclusion }: z.output<typeof discussBody>) =>
      step(caller, id, 'discuss', {
        change: (_found, { today }) => ({ discussion: { on: today, heads, conclusion } }),
      }),
  };
}

/** @throws InvalidInput when the party was not told early enough, or a day lies ahead. Source: 行政处罚法 64 (2). */
function dayOfHearing(
  { requestedOn, noticeServedOn, on }: { requestedOn: string; noticeServedOn: string; on: string | undefined },
  { today, calendar, terms }: Pick<Asking, 'today' | 'calendar' | 'terms'>,
): string {
  const day = dayWithin(on, today, requestedOn);
  dayWithin(noticeServedOn, today, requestedOn, '/noticeServedOn');
  const first = addWorkingDays(noticeServedOn, terms.hearingNotice, calendar);
  if (day < first)
    throw InvalidInput.field(
      '/on',
      `听证应当在通知 ${terms.hearingNotice} 个工作日后举行（行政处罚法 64） · must not be before ${first}`,
    );
  return day;
}
