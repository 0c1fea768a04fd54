import { z } from 'zod';

/** Field kinds that several elements share. */

export const instant = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 time with zone, e.g. 2026-05-03T08:00:00+08:00' })
  .meta({ description: 'ISO 8601 time with zone' });

export const recordId = z.string().regex(/^[0-9a-f]{24}$/, 'must be the id of a record (24 hexadecimal digits)');

export const byId = z.object({ id: recordId });

export const name = z.string().trim().min(1, 'must not be empty').max(100, 'must have at most 100 characters');

/** Why somebody does what a record must answer for; the audit log keeps it. */
export const reason = z.string().trim().min(1, 'must not be empty').max(200, 'must have at most 200 characters');

export const divisionCode = z.string().regex(/^(\d{6}|\d{9})$/, 'must be a division code of 6 or 9 digits');

/** 检测机构: by the name on its certificate, the same for its people and its samples. */
export const laboratory = name.meta({
  description: 'The laboratory that tests; its people alone take the sample. Absent: any of the division',
});

/** A text in the two languages of the interface. */
export const bilingual = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Bilingual' });
export type Bilingual = z.infer<typeof bilingual>;

export const quantity = z
  .strictObject({
    value: z.number().positive('must be greater than 0').max(1e9),
    unit: z.string().regex(/^[!-~]{1,20}$/, 'must be a UCUM unit such as kg'),
  })
  .meta({ id: 'Quantity', description: 'UCUM unit, e.g. kg' });

/** WGS-84 degrees. */
export const point = z
  .strictObject({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) })
  .meta({ id: 'Point', description: 'WGS-84, degrees' });

/** What the caller may do next, and why not the rest. */
export const verbs = {
  allowed: z.array(z.string()),
  refused: z.array(z.object({ verb: z.string(), reason: bilingual })),
};

/** The steps of a life cycle as `verbs` tells them: allowed where nothing speaks against one, else refused with the reason. */
export function decideVerbs<Step extends { verb: string }>(
  steps: readonly Step[],
  reasonAgainst: (step: Step) => Bilingual | null | undefined,
): { allowed: string[]; refused: { verb: string; reason: Bilingual }[] } {
  const decided = steps.map((step) => ({ verb: step.verb, reason: reasonAgainst(step) }));
  return {
    allowed: decided.flatMap(({ verb, reason }) => (reason ? [] : [verb])),
    refused: decided.flatMap(({ verb, reason }) => (reason ? [{ verb, reason }] : [])),
  };
}
