import { z } from 'zod';
import { instant, recordId } from '../http/fields.ts';
import { chosenPassword, typedPassword } from './passwords/schema.ts';
import { oneTimeCode, recoveryCodesSchema } from './second-factor/schema.ts';
import { role, userSchema } from './users/schema.ts';

export const signInBody = z.strictObject({
  username: z.string().min(1, 'must not be empty').max(64),
  password: typedPassword,
  code: oneTimeCode.optional().meta({
    description:
      'Of the second factor, or a recovery code; wanted when the answer without it is the problem code-needed',
  }),
});

export const codeBody = z.strictObject({ code: oneTimeCode });

export const changePasswordBody = z.strictObject({
  currentPassword: typedPassword,
  newPassword: chosenPassword,
});

export const currentUserSchema = userSchema
  .extend({
    permissions: z.array(z.string()),
    secondFactor: z.boolean().meta({ description: 'Whether a second factor is enrolled' }),
    recoveryCodesLeft: z.number().int().optional(),
    unfinished: z.enum(['code', 'password', 'second-factor']).optional().meta({
      description:
        'What the sign-in still lacks: a code, a new password, or the enrollment of a second factor. Nothing else is open before',
    }),
  })
  .meta({ id: 'CurrentUser', description: 'The signed-in person with all rights of the own roles' });

export const sessionSchema = z
  .object({ token: z.string(), expiresAt: instant, user: currentUserSchema })
  .meta({ id: 'Session' });

export const confirmedSchema = recoveryCodesSchema
  .extend({ session: sessionSchema })
  .meta({ id: 'ConfirmedSecondFactor', description: 'All earlier sessions have ended; this one goes on' });

export const ownSessionSchema = z
  .object({
    id: recordId,
    current: z.boolean(),
    by: z.enum(['password', 'single-sign-on']),
    address: z.string().optional(),
    device: z.string().optional(),
    createdAt: instant,
    lastUsedAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'OwnSession' });

export const signInOptionsSchema = z
  .object({ singleSignOn: z.string().optional().meta({ description: 'The name of the provider' }) })
  .meta({ id: 'SignInOptions', description: 'The ways to sign in beside the password' });

export const signInPolicySchema = z.object({ secondFactorRoles: z.array(role) }).meta({
  id: 'SignInPolicy',
  description: 'Who holds one of these roles does nothing before a second factor is enrolled',
});

export const signInPolicyBody = z.strictObject({ secondFactorRoles: z.array(role).max(20) });

/** All of a small list. */
export const allOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.null() });
