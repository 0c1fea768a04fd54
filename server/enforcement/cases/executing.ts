import { Decimal } from 'decimal.js';
import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import { Conflict, InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Papers } from '../documents/papers.ts';
import { cutTo, inInstalments } from '../rules/surcharge.ts';
import { dayWithin } from './days.ts';
import { fineOf, surchargeDue, surchargeTerms } from './guards.ts';
import type { CaseRecord } from './model.ts';
import type {
  courtBody,
  fulfilBody,
  instalmentsBody,
  payBody,
  remedyBody,
  remedyEndBody,
  servedBody,
} from './schema.ts';
import type { CaseSteps } from './steps.ts';

/** Payment with its surcharge, other measures, remedies, the court, and the end. */
export function createExecuting({ steps: { step }, papers }: { steps: CaseSteps; papers: Papers }) {
  return {
    /** 分期或者延期缴纳. Source: 行政处罚法 66. */
    allowInstalments: (caller: Caller, id: string, { parts, reason }: z.output<typeof instalmentsBody>) =>
      step(caller, id, 'allow-instalments', {
        reason,
        change(found, asking) {
          const { today } = asking;
          const paid = found.instalments.filter(({ paidOn }) => paidOn);
          const unpaid = found.instalments.filter(({ paidOn }) => !paidOn);
          const left = new Decimal(fineOf(found) ?? 0).minus(sum(paid));
          if (!sum(parts).eq(left))
            throw InvalidInput.field('/parts', `must add up to the ${left.toFixed()} yuan left`);
          for (const [index, { dueOn }] of parts.entries())
            if (dueOn < today) throw InvalidInput.field(`/parts/${index}/dueOn`, 'must not be in the past');
          return { instalments: [...paid, ...inInstalments(unpaid, parts, surchargeTerms(found, asking))] };
        },
      }),

    pay: (caller: Caller, id: string, { part, surcharge, on, receipt }: z.output<typeof payBody>) =>
      step(caller, id, 'pay', {
        change(found, asking) {
          if (part === undefined && surcharge === undefined)
            throw InvalidInput.field('/part', 'must be given, or surcharge, or both');
          const { instalments, service, surchargePaid } = found;
          const paidOn = dayWithin(on, asking.today, service?.on);
          const paying = part === undefined ? undefined : instalments[part - 1];
          if (part !== undefined && !paying) throw InvalidInput.field('/part', 'is not a part of the fine');
          if (paying?.paidOn) throw new Conflict('这一笔已经缴纳 · This part is paid already');
          const after = instalments.map((each) => (each === paying ? { ...each, paidOn, receipt } : each));
          const total = new Decimal(surchargePaid).plus(surcharge ?? 0);
          if (total.gt(surchargeDue({ ...found, instalments: after }, asking)))
            throw InvalidInput.field('/surcharge', 'must not be more than the surcharge due');
          return { instalments: after, surchargePaid: total.toFixed() };
        },
      }),

    fulfil: (caller: Caller, id: string, { text, on }: z.output<typeof fulfilBody>) =>
      step(caller, id, 'fulfil', {
        change: ({ fulfilled, service }, { today }) => ({
          fulfilled: [...fulfilled, { on: dayWithin(on, today, service?.on), text }],
        }),
      }),

    /** 催告. Source: 行政强制法 54. */
    remind: (caller: Caller, id: string, { on, method, proof }: z.output<typeof servedBody>) =>
      step(caller, id, 'remind', {
        change: ({ service }, { today }) => ({ reminder: { on: dayWithin(on, today, service?.on), method, proof } }),
        also: async (work, found) => {
          await papers.issue(work, found, 'reminder');
        },
      }),

    applyForEnforcement: (caller: Caller, id: string, { name, on }: z.output<typeof courtBody>) =>
      step(caller, id, 'apply-for-enforcement', {
        change: ({ reminder }, { today }) => ({ court: { name, appliedOn: dayWithin(on, today, reminder?.on) } }),
        also: async (work, found) => {
          await papers.issue(work, found, 'court-application');
        },
      }),

    complete: (caller: Caller, id: string) => step(caller, id, 'complete'),

    close: (caller: Caller, id: string, report: string) =>
      step(caller, id, 'close', {
        reason: report,
        also: async (work, found) => {
          await papers.issue(work, found, 'closing-report', { report });
        },
      }),

    openRemedy: (caller: Caller, id: string, remedy: z.output<typeof remedyBody>) =>
      step(caller, id, 'open-remedy', {
        change({ remedies, service, decision }, { today }) {
          dayWithin(remedy.from, today, service?.on ?? (decision && dayOf(decision.decidedAt)), '/from');
          return { remedies: [...remedies, remedy] };
        },
      }),

    /** A changed fine takes the place of the one decided; what was paid of it is kept. */
    endRemedy: (caller: Caller, id: string, { to, outcome, fine }: z.output<typeof remedyEndBody>) =>
      step(caller, id, 'end-remedy', {
        change(found, { today }) {
          if (fine !== undefined) requireLighterFine(found, outcome, fine);
          return {
            remedies: found.remedies.map((remedy) =>
              remedy.to
                ? remedy
                : {
                    ...{ ...remedy, to: dayWithin(to, today, remedy.from, '/to'), outcome },
                    ...(fine !== undefined && { fine }),
                  },
            ),
            ...(fine !== undefined && { instalments: upTo(fine, found.instalments) }),
          };
        },
      }),
  };
}

/** Nobody fares worse by asking. Source: 行政复议法 63; 行政诉讼法 77. @throws InvalidInput */
function requireLighterFine(found: CaseRecord, outcome: string, fine: string): void {
  if (outcome !== 'changed') throw InvalidInput.field('/fine', 'is given only where the decision was changed');
  if (new Decimal(fine).gt(fineOf(found) ?? 0))
    throw InvalidInput.field('/fine', 'must not be more than the fine before: nobody fares worse by asking');
}

/** The parts that make up this much, paid ones first. */
function upTo(fine: string, parts: CaseRecord['instalments']): CaseRecord['instalments'] {
  let left = new Decimal(fine).minus(sum(parts.filter(({ paidOn }) => paidOn)));
  return parts.flatMap((part) => {
    if (part.paidOn) return [part];
    const amount = Decimal.min(part.amount, Decimal.max(left, 0));
    left = left.minus(amount);
    return amount.gt(0) ? [cutTo(amount, part)] : [];
  });
}

function sum(parts: readonly { amount: string }[]): Decimal {
  return parts.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
}
