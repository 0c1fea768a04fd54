import { defineTexts, useTexts } from '../shared/texts.ts';

const texts = defineTexts('identity', {
  zh: {
    title: '登录',
    username: '用户名',
    password: '密码',
    signIn: '登录',
    usernameMissing: '请输入用户名',
    passwordMissing: '请输入密码',
    wrong: '用户名或密码不正确',
  },
  en: {
    title: 'Sign in',
    username: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    usernameMissing: 'Enter your user name',
    passwordMissing: 'Enter your password',
    wrong: 'The user name or the password is not right',
  },
});

export function useIdentityTexts() {
  return useTexts(texts);
}
