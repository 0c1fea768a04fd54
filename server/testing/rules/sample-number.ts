import { dayOf } from '../../calendar/rules/calendar.ts';

/** S20261124-7KQ2MX: the day in China and six characters that nobody mistakes when reading them aloud. */
export function sampleNumber(at: Date, random: Uint8Array): string {
  const day = dayOf(at).replaceAll('-', '');
  return `S${day}-${[...random.slice(0, 6)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')}`;
}

/** Is it one that could have been made so? */
export function isSampleNumber(number: string): boolean {
  return form.test(number);
}

/** 32 characters without 0 O 1 I. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const form = new RegExp(`^S\\d{8}-[${alphabet}]{6}$`);
