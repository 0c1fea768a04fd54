import { expect } from 'chai';

/** The error with which an attempt is refused. */
export async function refusal(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => expect.fail('should have been refused'),
    (error: unknown) => error,
  );
}
