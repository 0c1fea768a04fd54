/**
 * A CAS Registry Number with its right check digit: the sum of the digits before it, each times its place from the right,
 * modulo ten.
 * Source: CAS, "Check Digit Verification of CAS Registry Numbers".
 */
export function isCasNumber(text: string): boolean {
  if (!/^[1-9]\d{1,6}-\d{2}-\d$/.test(text)) return false;
  const digits = [...text.replaceAll('-', '')].map(Number);
  const check = digits.pop();
  return digits.reverse().reduce((sum, digit, index) => sum + digit * (index + 1), 0) % 10 === check;
}
