import { answerOf, api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import type { NewPassword } from './PasswordFields.tsx';

export type Enrollment = components['schemas']['SecondFactorEnrollment'];
export type Confirmed = components['schemas']['ConfirmedSecondFactor'];

export const changePassword = ({ currentPassword, newPassword }: NewPassword) =>
  answerOf(api.POST('/api/v1/password', { body: { currentPassword, newPassword } }));

/** @param password not wanted while the enrollment itself is what the sign-in lacks */
export const enroll = (password?: string): Promise<Enrollment> =>
  answerOf(api.POST('/api/v1/second-factor', { body: { ...(password && { password }) } }));

export const confirmEnrollment = (code: string): Promise<Confirmed> =>
  answerOf(api.POST('/api/v1/second-factor/confirm', { body: { code } }));

export const giveCode = (code: string) => answerOf(api.POST('/api/v1/session/code', { body: { code } }));
