import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { IllegalTransition } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { figureOn } from '../rules/law-in-force.ts';
import { publicationTerm } from '../rules/publication.ts';
import { type Asking, creditOf } from './guards.ts';
import type { CaseRecord } from './model.ts';
import type { removalBody } from './schema.ts';
import type { CaseSteps } from './steps.ts';

/** 公示 and its end: the term is over, the credit is repaired, or the decision does not stand. */
export function createPublishing(context: Context, { steps: { step } }: { steps: CaseSteps }) {
  return {
    publish: (caller: Caller, id: string) =>
      step(caller, id, 'publish', {
        change(found, asking) {
          const credit = creditOf(found, asking);
          const decidedOn = dayOf(found.decision?.decidedAt ?? context.clock());
          const term = publicationTerm(decidedOn, {
            least: months(asking, `publication-${credit}-least`),
            most: months(asking, `publication-${credit}-most`),
          });
          return { publication: { credit, publishedAt: context.clock(), ...term } };
        },
      }),

    removePublication: (caller: Caller, id: string, { ground, reason }: z.output<typeof removalBody>) =>
      step(caller, id, 'remove-publication', {
        reason,
        change(found, { today }) {
          const refusal = whyNotRemoved(found, ground, today);
          if (refusal) throw new IllegalTransition(refusal);
          const { publication } = found;
          return publication ? { publication: { ...publication, removedAt: context.clock(), ground } } : {};
        },
      }),
  };
}

function months({ law, today }: Asking, code: string): number {
  return Number(figureOn(law, code, today)?.values[0]?.value ?? 0);
}

/** Source: 信用修复管理办法 12, 14, 19. */
function whyNotRemoved(
  { publication, remedies, state }: CaseRecord,
  ground: z.output<typeof removalBody>['ground'],
  today: string,
): string | null {
  const { until = '', repairableFrom = '' } = publication ?? {};
  if (ground === 'term-over') return today > until ? null : `公示期至 ${until} · It is published until ${until}`;
  if (ground === 'annulled')
    return remedies.some(({ outcome }) => outcome === 'annulled')
      ? null
      : '决定没有被撤销 · The decision was not annulled';
  if (today < repairableFrom)
    return `最短公示期至 ${repairableFrom} · Repair may be asked for from ${repairableFrom} on`;
  return state === 'executed' || state === 'closed' ? null : '处罚尚未履行完毕 · The penalty is not carried out yet';
}
