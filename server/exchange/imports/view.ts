import type { z } from 'zod';
import { decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayDo, noRight } from '../../identity/rights/ability.ts';
import { registerImportTransitions } from './lifecycle.ts';
import type { RegisterImportRecord } from './model.ts';
import type { registerImportSchema } from './schema.ts';

export type RegisterImportView = z.infer<typeof registerImportSchema>;

export function registerImportView(found: RegisterImportRecord, caller: Caller): RegisterImportView {
  const { _id, register, digest, state, rows, done, counts, divisionCode, createdBy, createdAt, endedAt } = found;
  return {
    id: _id.toHexString(),
    ...{ register, digest, state, rows, done, counts, divisionCode, createdBy },
    createdAt: createdAt.toISOString(),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...decideVerbs(registerImportTransitions, ({ permission, from, otherwise }) => {
      if (!mayDo(caller, permission, found)) return noRight;
      return from.includes(state) ? null : otherwise;
    }),
  };
}
