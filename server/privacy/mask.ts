/** What a personal value is, and so how much of it may be shown. */
export type PersonalKind = 'name' | 'phone' | 'id-number' | 'text' | 'secret';

const hidden = '***';

/** The value with what identifies a person taken out; what stays is enough to tell two entries apart in a list. */
export function mask(kind: PersonalKind, text: string): string {
  if (kind === 'name') return maskName(text);
  if (kind === 'phone') return maskPhone(text);
  if (kind === 'id-number') return maskIdNumber(text);
  return hidden;
}

/** 张三丰 → 张** */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return rest.length === 0 ? '*' : `${first}${'*'.repeat(rest.length)}`;
}

/** 13812345678 → 138****5678 */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** 611002198001011234 → 6110**************: the division alone, neither birthday nor number. */
export function maskIdNumber(number: string): string {
  return number.length < 15 ? '****' : `${number.slice(0, 4)}${'*'.repeat(number.length - 4)}`;
}
