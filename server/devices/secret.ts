import { newSecret } from '../identity/secrets.ts';

/** A secret that begins with no dash: a program would take it for an option, and a spreadsheet for a formula. */
export function newDeviceSecret(): string {
  for (;;) {
    const secret = newSecret();
    if (!secret.startsWith('-')) return secret;
  }
}
