import { z } from 'zod';
import { typedPassword } from '../passwords/schema.ts';

export const oneTimeCode = z.string().trim().min(6, 'must have at least 6 characters').max(40);

export const enrollBody = z.strictObject({ password: typedPassword.optional() });

export const enrollmentSchema = z
  .object({
    secret: z.string().meta({ description: 'base32, for typing by hand' }),
    uri: z.string().meta({ description: 'otpauth key URI' }),
    qr: z.string().meta({ description: 'The URI as a QR code: data URL of a PNG' }),
  })
  .meta({ id: 'SecondFactorEnrollment' });

export const confirmBody = z.strictObject({ code: oneTimeCode });

export const recoveryCodesSchema = z
  .object({ recoveryCodes: z.array(z.string()) })
  .meta({ id: 'RecoveryCodes', description: 'Shown this once; each is good for one sign-in' });

export const guardedBody = z.strictObject({ password: typedPassword.optional(), code: oneTimeCode });
