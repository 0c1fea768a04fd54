import type { z } from 'zod';
import { type Bilingual, decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { holds, mayDo, noRight } from '../../identity/rights/ability.ts';
import { complaintTransitions, whyNotNow } from './lifecycle.ts';
import type { ComplaintRecord } from './model.ts';
import type { complaintSchema } from './schema.ts';

export type ComplaintView = z.infer<typeof complaintSchema>;

const outOfReach: Bilingual = { zh: '由其他区划办理', en: 'another division deals with it' };

/** @param complaint with what is personal masked, or in the clear for whom it was revealed */
export function complaintView(complaint: ComplaintRecord, caller: Caller): ComplaintView {
  const { _id, batchCode, producerId, complainantName, complainantPhone, answer, history } = complaint;
  return {
    id: _id.toHexString(),
    divisionCode: complaint.divisionCode,
    kind: complaint.kind,
    channel: complaint.channel,
    text: complaint.text,
    ...(batchCode !== undefined && { batchCode }),
    ...(producerId && { producerId: producerId.toHexString() }),
    anonymous: complainantName === undefined && complainantPhone === undefined,
    ...(complainantName !== undefined && { complainantName }),
    ...(complainantPhone !== undefined && { complainantPhone }),
    state: complaint.state,
    receivedAt: complaint.receivedAt.toISOString(),
    receivedBy: complaint.receivedBy,
    ...(answer && {
      answer: {
        ...{ text: answer.text, at: answer.at.toISOString() },
        ...(answer.justified !== undefined && { justified: answer.justified }),
      },
    }),
    history: history.map(({ verb, by, at, note }) => ({
      verb,
      by,
      at: at.toISOString(),
      ...(note !== undefined && { note }),
    })),
    ...decideVerbs(complaintTransitions, ({ verb, permission }) => {
      if (!holds(caller, permission)) return noRight;
      return mayDo(caller, permission, complaint) ? whyNotNow(complaint, verb) : outOfReach;
    }),
  };
}
