/** As the platform makes them, so that a number made on the spot is one of its own; 32 characters without 0 O 1 I. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** S20261124-7KQ2MX: the day in China and six random characters. */
export function newSampleNumber(at: Date, random: Uint8Array = crypto.getRandomValues(new Uint8Array(6))): string {
  const day = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
  return `S${day}-${[...random].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')}`;
}
