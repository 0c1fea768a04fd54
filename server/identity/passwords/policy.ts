import { limits } from '../limits.ts';
import common from './data/common-passwords.json' with { type: 'json' };

const commonPasswords = new Set(common.entries.split(' '));

/** What an attacker who knows this platform tries first. */
const ownWords = ['agritrace', 'shangluo', 'administrator'];

/** Why a password may not be chosen; each with the words that the person reads. */
const weaknesses = {
  'too-short': `must have at least ${limits.password.minimumLength} characters`,
  'too-long': `must have at most ${limits.password.maximumLength} characters`,
  'holds-the-user-name': 'must not contain the user name',
  'too-uniform': `must have at least ${limits.password.distinctCharacters} different characters`,
  'runs-in-order': 'must not be a run such as 1234567890',
  common: 'is among the passwords that attackers try first',
} as const;

export type Weakness = keyof typeof weaknesses;

export function explain(weakness: Weakness): string {
  return weaknesses[weakness];
}

/**
 * The first reason against a password, by NIST SP 800-63B-4, 3.1.1.2: length, no composition rules, a blocklist of what
 * is common or known of the person. A common word with digits or signs around it counts as the word.
 */
export function weaknessOf(password: string, username: string): Weakness | undefined {
  const letters = [...password.normalize('NFKC')];
  if (letters.length < limits.password.minimumLength) return 'too-short';
  if (letters.length > limits.password.maximumLength) return 'too-long';
  const text = letters.join('').toLowerCase();
  if (text.includes(username.toLowerCase())) return 'holds-the-user-name';
  if (new Set(text).size < limits.password.distinctCharacters) return 'too-uniform';
  if (runsInOrder(letters)) return 'runs-in-order';
  const core = text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
  if ([text, core].some((each) => commonPasswords.has(each) || ownWords.includes(each))) return 'common';
  return undefined;
}

/** Each character follows the one before it by the same step of one: abcdefghij, 9876543210. */
function runsInOrder(letters: readonly string[]): boolean {
  const points = letters.map((letter) => letter.codePointAt(0) ?? 0);
  const steps = points.slice(1).map((point, index) => (point - (points[index] ?? 0) + 10) % 10);
  return [1, 9].some((step) => steps.every((each) => each === step)) && points.every((point) => point < 128);
}
