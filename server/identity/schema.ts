import { z } from 'zod';
import { divisionCode, instant, laboratory, name, recordId } from '../http/fields.ts';
import { roles } from './roles.ts';

export const role = z.enum(roles).meta({ id: 'Role' });

export const signInBody = z.strictObject({
  username: z.string().min(1, 'must not be empty').max(64),
  password: z.string().min(1, 'must not be empty').max(256),
});

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

export const currentUserSchema = userSchema
  .extend({ permissions: z.array(z.string()) })
  .meta({ id: 'CurrentUser', description: 'The signed-in person with all rights of the own roles' });

export const sessionSchema = z
  .object({ token: z.string(), expiresAt: instant, user: currentUserSchema })
  .meta({ id: 'Session' });

export const createUserBody = z.strictObject({
  username: z.string().regex(/^[a-z][a-z0-9._-]{1,31}$/, 'must be 2 to 32 small letters, digits, dots or dashes'),
  displayName: name,
  password: z.string().min(10, 'must have at least 10 characters').max(256),
  roles: z.array(role).min(1, 'must name at least one role'),
  divisionCode,
  producerId: recordId.optional(),
  laboratory: laboratory.optional(),
});
