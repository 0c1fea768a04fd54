import { dayOf } from '../../calendar/rules/calendar.ts';

/** The year in China in which a report is issued. */
export function reportYear(at: Date): string {
  return dayOf(at).slice(0, 4);
}

/** R2026-000042 */
export function reportNumber(year: string, sequence: number): string {
  return `R${year}-${String(sequence).padStart(6, '0')}`;
}

/** Twelve characters that nobody mistakes when reading them aloud: 60 bits. */
export function checkCode(random: Uint8Array): string {
  return [...random.slice(0, 12)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

/** 32 characters without 0 O 1 I. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
