import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, laboratory, name, recordId, verbs } from '../../http/fields.ts';
import { chosenPassword } from '../passwords/schema.ts';
import { roles } from '../roles.ts';

export const role = z.enum(roles).meta({ id: 'Role' });

const heldRoles = z.array(role).min(1, 'must name at least one role').max(20);

export const userSchema = z
  .object({
    id: recordId,
    username: z.string(),
    displayName: z.string(),
    roles: z.array(role),
    divisionCode,
    divisionName: z.string(),
    producerId: recordId.optional(),
    laboratory: laboratory.optional(),
  })
  .meta({ id: 'User' });

export const managedUserSchema = userSchema
  .extend({
    createdAt: instant,
    disabledAt: instant.optional(),
    mustChangePassword: z.boolean(),
    secondFactorSince: instant.optional(),
    singleSignOnSubject: z.string().optional(),
    ...verbs,
  })
  .meta({ id: 'ManagedUser', description: 'A user as administrators see it, with what may be done' });

export const createdUserSchema = managedUserSchema
  .extend({ oneTimePassword: z.string().optional() })
  .meta({ id: 'CreatedUser', description: 'The one-time password is shown this once, if one was made up' });

export const createUserBody = z.strictObject({
  username: z.string().regex(/^[a-z][a-z0-9._-]{1,31}$/, 'must be 2 to 32 small letters, digits, dots or dashes'),
  displayName: name,
  password: chosenPassword
    .optional()
    .meta({ description: 'Absent: one for one sign-in is made up, and shown in the answer' }),
  roles: heldRoles,
  divisionCode,
  producerId: recordId.optional(),
  laboratory: laboratory.optional(),
  mustChangePassword: z.boolean().optional().meta({ description: 'The password is good for one sign-in' }),
});

export const updateUserBody = z.strictObject({
  displayName: name.optional(),
  roles: heldRoles.optional(),
  divisionCode: divisionCode.optional(),
  laboratory: laboratory.optional(),
  singleSignOnSubject: z.string().trim().min(1).max(255).nullable().optional().meta({
    description: "The person's subject (sub) at the single sign-on's provider; null: no longer linked",
  }),
});

export const reasonBody = z.strictObject({ reason: z.string().trim().min(1, 'must not be empty').max(200) });

export const resetPasswordSchema = z
  .object({ oneTimePassword: z.string() })
  .meta({ id: 'OneTimePassword', description: 'Shown this once; good for one sign-in, at which it must be changed' });

export const listUsersQuery = pageQuery.extend({
  username: z.string().max(64).optional().meta({ description: 'Begins with' }),
  state: z.enum(['enabled', 'disabled']).optional(),
});
