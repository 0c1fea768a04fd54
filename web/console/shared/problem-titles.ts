import type { ProblemCode } from '../api/types.ts';
import type { Language, Words } from './texts.ts';

/** What went wrong, by the problem's code; a code of the server without words here does not compile. */
export const problemTitles: Words<ProblemCode> = {
  'invalid-input': { zh: '填写有误', en: 'The request is not valid' },
  unauthenticated: { zh: '未登录，或登录无效', en: 'Not signed in, or no longer' },
  'code-needed': { zh: '需要验证码', en: 'A code is needed' },
  forbidden: { zh: '您的角色或区划不允许此操作', en: 'Your role or division does not allow this' },
  'account-disabled': { zh: '账号已停用', en: 'This account is disabled' },
  'not-found': { zh: '没有这条记录，或不在您的权限范围内', en: 'There is no such record, or it is not yours to see' },
  'method-not-allowed': { zh: '该资源不支持此方法', en: 'This resource does not know that method' },
  'not-acceptable': { zh: '不能以要求的格式提供', en: 'There is no answer in the form asked for' },
  conflict: { zh: '与已有记录冲突', en: 'This contradicts what is recorded' },
  'illegal-transition': { zh: '记录当前的状态不允许此操作', en: 'The record is not in a state that allows this' },
  'too-large': { zh: '内容过大', en: 'The request is too large' },
  'query-too-large': { zh: '查询结果过多，请缩小范围', en: 'The query finds too much' },
  'query-too-complex': { zh: '查询过于复杂', en: 'The query is too complex' },
  'subscription-controls': { zh: '订阅设置不被接受', en: 'The subscription cannot be set like this' },
  'uri-too-long': { zh: '地址过长', en: 'The address is too long' },
  'unsupported-media-type': { zh: '不接受这种格式', en: 'The request is in a form that is not taken here' },
  'too-many-requests': { zh: '尝试次数过多', en: 'Too many attempts' },
  'not-implemented': { zh: '系统不支持此操作', en: 'This is not supported' },
  unavailable: { zh: '服务暂不可用', en: 'The service is not ready' },
  'records-altered': { zh: '存储的数据与登记的不一致', en: 'What is stored is not what was recorded' },
  'internal-error': { zh: '服务器未能完成请求', en: 'The server could not finish this' },
};

/** The title in the reader's language; the server's own where it names a problem that is new to this console. */
export function problemTitle(code: string, title: string, language: Language): string {
  return problemTitles[code as ProblemCode]?.[language] ?? title;
}
