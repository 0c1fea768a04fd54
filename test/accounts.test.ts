import { mkdirSync } from 'node:fs';
import { expect } from 'chai';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { desk, openBrowser, overflows, phone, seriousFindings, watchPolicy } from './support/browser.ts';
import { readQrCode } from './support/qr-code.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

const pictures = 'test/screenshots/accounts';
const ownPassword = 'four quiet river stones';
const step = 30_000;

describe('the accounts of a new platform, in the browser', function () {
  this.timeout(240_000);
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;
  let service: ServiceProcess;
  let browser: Browser;
  let page: Page;
  let breaches: string[];
  let key = '';
  let recoveryCode = '';
  let oneTimePassword = '';

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    database = await temporaryDatabase();
    service = await startService(database.environment);
    browser = await openBrowser();
    page = await newcomer();
    breaches = await watchPolicy(page.context());
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.remove();
  });

  const newcomer = async () =>
    (await browser.newContext({ viewport: desk, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage();

  /** A button that has just been busy may still bear its sign before its name. */
  const press = (name: string, at = page) =>
    at.getByRole('button', { name: new RegExp(`^(loading )?${name}$`) }).click();
  const heading = (name: string, at = page) => at.getByRole('heading', { level: 1, name }).waitFor();
  const shown = (testId: string, at = page) => at.getByTestId(testId).innerText();

  const signIn = async (username: string, password: string, at = page) => {
    await at.goto(`${service.url}/console/`);
    await at.getByLabel('用户名').fill(username);
    await at.getByLabel('密码').fill(password);
    await press('登录', at);
  };

  /** The page as it stands, on both devices. */
  const look = async (name: string, at = page) => {
    for (const [device, viewport] of Object.entries({ phone, desk })) {
      await at.setViewportSize(viewport);
      await at.screenshot({ path: `${pictures}/${name}-${device}.png`, fullPage: true });
      expect(await seriousFindings(at), `${name} on a ${device}`).to.deep.equal([]);
      expect(await overflows(at), `${name} scrolls sideways on a ${device}`).to.equal(false);
    }
  };

  const choosePassword = async (current: string, at = page) => {
    await at.getByLabel('当前密码').fill(current);
    await at.getByLabel('新密码', { exact: true }).fill(ownPassword);
    await at.getByLabel('再次输入新密码').fill(ownPassword);
    await press('继续', at);
  };

  it('begin with an administrator whose one-time password has to be changed', async () => {
    const made = service.output().match(/\{"administrator":"admin","oneTimePassword":"(.+)"\}/)?.[1] ?? '';
    await signIn('admin', 'wrong password');
    await page.getByRole('alert').getByText('用户名或密码不正确').waitFor();
    await signIn('admin', made);
    await heading('设置自己的密码');
    await page.goto(`${service.url}/console/users`);
    await heading('设置自己的密码');
    await look('own-password');
    await page.getByLabel('当前密码').fill(made);
    await page.getByLabel('新密码', { exact: true }).fill('Password2026');
    await page.getByLabel('再次输入新密码').fill('Password2026');
    await press('继续');
    await page.getByText('属于攻击者最先尝试的常见密码').waitFor();
    await choosePassword(made);
    await heading('用户管理');
  });

  it('need a second factor as soon as the policy asks for one, enrolled by an app', async () => {
    await press('登录要求');
    await page.getByLabel('系统管理员').check();
    await look('policy');
    await press('保存');
    await heading('启用双因素验证');
    key = await shown('second-factor-key');
    const picture = await page.getByRole('img', { name: /二维码/ }).getAttribute('src');
    expect(readQrCode(Buffer.from(picture?.split(',')[1] ?? '', 'base64'))).to.include(key);
    await look('enrollment');
    await page.getByLabel('应用显示的 6 位验证码').fill(TOTP.generate({ secret: Secret.fromBase32(key) }));
    await press('启用');
    const codes = (await shown('recovery-codes')).split(/\s+/);
    expect(codes).to.have.length(10);
    recoveryCode = codes[0] ?? '';
    await look('recovery-codes');
    await press('我已保存恢复码');
    await heading('用户管理');
  });

  it('ask for the code at the next sign-in, and take none twice', async () => {
    await press('退出登录');
    await signIn('admin', ownPassword);
    await heading('输入验证码');
    const code = TOTP.generate({ secret: Secret.fromBase32(key), timestamp: Date.now() + step });
    await page.getByLabel('验证码或恢复码').fill('000000');
    await press('继续');
    await page.getByRole('alert').getByText('验证码不正确或已使用过').waitFor();
    await look('code');
    await page.getByLabel('验证码或恢复码').fill(code);
    await press('继续');
    await heading('总览');
    const again = await newcomer();
    await signIn('admin', ownPassword, again);
    await again.getByLabel('验证码或恢复码').fill(code);
    await press('继续', again);
    await again.getByRole('alert').getByText('验证码不正确或已使用过').waitFor();
    await again.getByLabel('验证码或恢复码').fill(recoveryCode);
    await press('继续', again);
    await heading('总览', again);
    await again.context().close();
  });

  it('show their own sessions, and end one from another', async () => {
    await page.goto(`${service.url}/console/account`);
    await heading('我的账号');
    await page.getByTestId('session-row').nth(1).waitFor();
    expect(await page.getByTestId('session-row').count()).to.equal(2);
    expect(await page.getByText('剩余恢复码').locator('xpath=following-sibling::dd[1]').innerText()).to.equal('9');
    await press('新建令牌');
    await page.getByLabel('名称').fill('省级平台');
    await page.getByLabel('预警：查看').check();
    await look('new-token');
    await press('新建');
    const token = await shown('api-token');
    await press('我已保存令牌');
    const read = () => fetch(`${service.url}/api/v1/warnings`, { headers: { authorization: `Bearer ${token}` } });
    expect((await read()).status).to.equal(200);
    await look('account');
    await press('吊销');
    await page.getByText('还没有令牌').waitFor();
    expect((await read()).status).to.equal(401);
    await press('结束');
    await page.getByTestId('session-row').nth(1).waitFor({ state: 'detached' });
    expect(await page.getByTestId('session-row').count()).to.equal(1);
  });

  it('are made with a one-time password that is shown once', async () => {
    await page.goto(`${service.url}/console/users`);
    await press('新建用户');
    await page.getByLabel('用户名', { exact: true }).fill('Wang Fang');
    await page.getByLabel('姓名').fill('王芳');
    await page.getByLabel('监管员').check();
    await look('new-user');
    await page.getByRole('dialog').getByRole('button', { name: '新建用户' }).click();
    await page
      .getByText(/以字母开头/)
      .nth(1)
      .waitFor();
    await page.getByLabel('用户名', { exact: true }).fill('wang.fang');
    await page.getByRole('dialog').getByRole('button', { name: '新建用户' }).click();
    oneTimePassword = await shown('one-time-password');
    await look('one-time-password');
    await press('我已记下');
    await page.getByTestId('user-row').filter({ hasText: 'wang.fang' }).waitFor();
    await look('users');
    await page.getByRole('link', { name: '王芳' }).click();
    await heading('王芳');
    await look('user');
  });

  it('let that person in, to choose a password and do what the role allows', async () => {
    const person = await newcomer();
    await signIn('wang.fang', oneTimePassword, person);
    await heading('设置自己的密码', person);
    await choosePassword(oneTimePassword, person);
    await heading('总览', person);
    expect(await person.getByRole('link', { name: '用户管理' }).count()).to.equal(0);
    expect(await person.getByRole('link', { name: '设备', exact: true }).count()).to.equal(1);
    await page.reload();
    await press('停用');
    await page.getByLabel('理由').fill('调离岗位');
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    await page.getByRole('button', { name: '启用账号' }).waitFor();
    await person.goto(`${service.url}/console/devices`);
    await heading('登录', person);
    await signIn('wang.fang', ownPassword, person);
    await person.getByText('管理员已停用此账号').waitFor();
  });

  it('leave a trace of each sign-in, and break no content policy', async () => {
    await page.goto(`${service.url}/console/security-events`);
    await page.getByText('使用恢复码').last().waitFor();
    await look('security-events');
    for (const secret of [key, recoveryCode, oneTimePassword, ownPassword])
      expect(service.output()).to.not.include(secret);
    expect(breaches).to.deep.equal([]);
  });
});
