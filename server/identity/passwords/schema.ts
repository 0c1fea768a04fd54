import { z } from 'zod';

const filled = z.string().min(1, 'must not be empty');

/** A password that is there to be compared. */
export const typedPassword = filled.max(256);

/** A password that is chosen; whether it is good enough is the policy's affair. */
export const chosenPassword = filled.max(1000, 'must have at most 1000 characters');
