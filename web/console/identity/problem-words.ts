import type { Language } from '../shared/texts.ts';

/** What the server says of passwords, codes and accounts, in Chinese; `$1` is what the expression caught. */
const chinese: [RegExp, string][] = [
  [/^must have at least (\d+) characters$/, '至少 $1 个字符'],
  [/^must have at most (\d+) characters$/, '最多 $1 个字符'],
  [/^must have at least (\d+) different characters$/, '至少 $1 个不同的字符'],
  [/^must not contain the user name$/, '不能包含用户名'],
  [/^must not be a run such as .*$/, '不能是 1234567890 这样的连续字符'],
  [/^is among the passwords that attackers try first$/, '属于攻击者最先尝试的常见密码'],
  [/^must differ from the current password$/, '不能与当前密码相同'],
  [/^was changed meanwhile$/, '期间已被修改，请重新登录'],
  [/^is wrong$/, '不正确'],
  [/^is needed$/, '必填'],
  [/^is wrong or has been used$/, '不正确或已使用过'],
  [/^is not the code of this moment$/, '不是当前的验证码'],
  [/^is taken$/, '已被占用'],
  [/^is linked to another account$/, '已关联到其他账号'],
  [/^must be 2 to 32 small letters, digits, dots or dashes$/, '2 至 32 个小写字母、数字、点或短横线，以字母开头'],
  [/^must name at least one role$/, '至少选择一个角色'],
  [/^is not a known division$/, '没有这个行政区划'],
  [/^a producer account must name its producer$/, '生产经营主体的账号须指明主体'],
  [/^needs a single sign-on, and none is configured$/, '尚未配置统一身份认证'],
  [/^The user name or the password is wrong$/, '用户名或密码不正确'],
  [/^The code is wrong or has been used$/, '验证码不正确或已使用过'],
  [/^Too many failed attempts; the next one may be made in (\d+) s$/, '失败次数过多，请在 $1 秒后再试'],
  [/^An administrator has disabled this account$/, '管理员已停用此账号'],
  [/^This is the last administrator of the division$/, '这是该区划最后一名管理员'],
  [/^You cannot grant the role (\S+): .*$/, '不能授予您自己没有的权限（角色 $1）'],
  [/^Nobody changes the own rights: another administrator has to$/, '本人权限须由其他管理员更改'],
  [/^Your role asks for a second factor$/, '您的角色要求双因素验证，不能停用'],
];

/** The server's words in the reader's language; what is not known here stays as it came. */
export function wordsOf(text: string, language: Language): string {
  const known = language === 'zh' ? chinese.find(([pattern]) => pattern.test(text)) : undefined;
  return known ? text.replace(known[0], known[1]) : text;
}
