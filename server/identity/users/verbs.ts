import type { Bilingual } from '../../http/fields.ts';

/** What administrators do with an account, each a right of its own. */
export const userVerbs = [
  'update',
  'disable',
  'enable',
  'reset-password',
  'reset-second-factor',
  'end-sessions',
  'clear-block',
] as const;

export type UserVerb = (typeof userVerbs)[number];

interface Standing {
  id: string;
  disabled: boolean;
  secondFactor: boolean;
}

const notOneself: Bilingual = {
  zh: '本人账号请由其他管理员处理',
  en: 'Another administrator has to do this with your own account',
};

/** Why this cannot be done with the account now; undefined when it can. */
export function refusalOf(verb: UserVerb, user: Standing, callerId: string): Bilingual | undefined {
  const own = user.id === callerId;
  switch (verb) {
    case 'disable':
      if (own) return notOneself;
      return user.disabled ? { zh: '账号已停用', en: 'The account is already disabled' } : undefined;
    case 'enable':
      return user.disabled ? undefined : { zh: '账号未停用', en: 'The account is not disabled' };
    case 'reset-password':
      return own ? { zh: '请在“我的账号”中修改密码', en: 'Change your own password under “My account”' } : undefined;
    case 'reset-second-factor':
      if (own) return notOneself;
      return user.secondFactor ? undefined : { zh: '未启用双因素', en: 'No second factor is enrolled' };
    case 'update':
    case 'end-sessions':
    case 'clear-block':
      return undefined;
  }
}
