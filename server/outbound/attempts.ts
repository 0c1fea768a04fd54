import { z } from 'zod';
import { bilingual, instant } from '../http/fields.ts';
import { inBothLanguages } from '../http/problem-words/in-chinese.ts';

interface Attempt {
  at: Date;
  sent: boolean;
  status?: number;
  reason?: string;
}

export const attemptSchema = z.object({
  at: instant,
  sent: z.boolean(),
  reason: z.string().optional().meta({ description: 'Why it was not sent, in English or as the other side said it' }),
  text: bilingual.optional().meta({ description: 'The reason in both languages' }),
});

/** An attempt to send as it is shown; what the other side said itself stays as it was said. */
export function attemptView({ at, sent, status, reason }: Attempt) {
  return {
    ...{ at: at.toISOString(), sent },
    ...(status !== undefined && { status }),
    ...(reason !== undefined && { reason, text: inBothLanguages(reason) ?? { zh: reason, en: reason } }),
  };
}
