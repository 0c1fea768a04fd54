import type { z } from 'zod';
import { type Bilingual, decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { holds, mayDo, noRight } from '../../identity/rights/ability.ts';
import type { NumberBlockRecord } from './model.ts';
import type { numberBlockSchema } from './schema.ts';

export type NumberBlockView = z.infer<typeof numberBlockSchema>;

const steps = [{ verb: 'return' }] as const;

/** Whoever has them may return them, and whoever could have handed them out. */
export function mayReturn(block: NumberBlockRecord, caller: Caller): boolean {
  if (block.holder === caller.username) return holds(caller, 'number-blocks:return');
  return mayDo(caller, 'number-blocks:return', block) && mayDo(caller, 'number-blocks:create', block);
}

function reasonAgainstReturn(block: NumberBlockRecord, caller: Caller): Bilingual | null {
  if (!mayReturn(block, caller)) return noRight;
  return block.returned ? { zh: '号段已经退回', en: 'The numbers are returned already' } : null;
}

export function numberBlockView(block: NumberBlockRecord, caller: Caller): NumberBlockView {
  const { _id, divisionCode, kind, holder, numbers, used, returned, handedOutBy, handedOutAt } = block;
  const taken = new Set(used.map(({ number }) => number));
  return {
    id: _id.toHexString(),
    ...{ divisionCode, kind, holder, numbers, handedOutBy },
    used: used.map(({ number, sampleNumber, at }) => ({ number, sampleNumber, at: at.toISOString() })),
    unused: returned ? [] : numbers.filter((number) => !taken.has(number)),
    ...(returned && { returned: { ...returned, at: returned.at.toISOString() } }),
    handedOutAt: handedOutAt.toISOString(),
    ...decideVerbs(steps, () => reasonAgainstReturn(block, caller)),
  };
}
