import type { Bilingual } from '../api/types.ts';
import type { Language } from '../shared/texts.ts';

const details: Record<string, Bilingual> = {
  password: { zh: '密码', en: 'password' },
  'recovery-code': { zh: '密码和恢复码', en: 'password and recovery code' },
  'one-time-password': { zh: '密码和验证码', en: 'password and code' },
  'single-sign-on': { zh: '统一身份认证', en: 'single sign-on' },
  'account disabled': { zh: '账号已停用', en: 'account disabled' },
  'rights changed': { zh: '权限已更改', en: 'rights changed' },
  'password reset': { zh: '密码已重置', en: 'password reset' },
  'second factor reset': { zh: '双因素已重置', en: 'second factor reset' },
  'signed out everywhere': { zh: '全部退出', en: 'signed out everywhere' },
  'no account is linked': { zh: '没有关联的账号', en: 'no account is linked' },
  'no question of this browser is open': {
    zh: '此浏览器没有进行中的认证',
    en: 'no question of this browser is open',
  },
};

const patterns: [RegExp, Bilingual][] = [
  [/^for (\d+) s$/, { zh: '须等待 $1 秒', en: 'has to wait $1 s' }],
  [/^by ([^:]+): (.+)$/s, { zh: '操作人 $1：$2', en: 'by $1: $2' }],
  [/^by ([^:]+)$/, { zh: '操作人 $1', en: 'by $1' }],
];

/** The detail of a security event in the reader's language; as it is where it has no words, such as a provider's own. */
export function eventDetail(detail: string, language: Language): string {
  const whole = Object.hasOwn(details, detail) ? details[detail] : undefined;
  if (whole) return whole[language];
  const pattern = patterns.find(([form]) => form.test(detail));
  return pattern ? detail.replace(pattern[0], pattern[1][language]) : detail;
}
