import type { z } from 'zod';
import { decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayDo, noRight } from '../../identity/rights/ability.ts';
import { handOverTransitions, whyRefused } from './lifecycle.ts';
import type { HandOverRecord } from './model.ts';
import type { handOverSchema } from './schema.ts';

export function handOverView(found: HandOverRecord, caller: Caller): z.input<typeof handOverSchema> {
  const { _id, version: _, madeAt, files, receipts, ...rest } = found;
  const id = _id.toHexString();
  return {
    ...rest,
    id,
    madeAt: madeAt.toISOString(),
    files: files.map(({ name, rows, sha256 }) => ({ name, rows, sha256 })),
    package: `/api/v1/hand-overs/${id}/package.zip`,
    receipts: receipts.map(({ at, ...receipt }) => ({ ...receipt, at: at.toISOString() })),
    ...decideVerbs(handOverTransitions, ({ verb, permission }) =>
      mayDo(caller, permission, found) ? whyRefused(found.state, verb) : noRight,
    ),
  };
}
