import { z } from 'zod';
import { role } from '../users/schema.ts';

/** More than a page of records names. */
const asked = 100;

export const peopleQuery = z
  .strictObject({
    usernames: z
      .string()
      .transform((text) => [...new Set(text.split(','))])
      .pipe(z.array(z.string().min(1).max(64)).min(1).max(asked))
      .optional()
      .meta({ description: `At most ${asked} user names, as records tell them, with commas between` }),
    role: role
      .optional()
      .meta({ description: 'Instead: those of the own division and below who hold this role, to choose from' }),
  })
  .refine(({ usernames, role }) => (usernames === undefined) !== (role === undefined), {
    message: 'ask for usernames, or for a role',
  });

export const personSchema = z.object({ username: z.string(), displayName: z.string() }).meta({
  id: 'Person',
  description:
    'Somebody of an authority, a laboratory or a certifier: the name that records tell, and the one that people use',
});
