import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { desk, openBrowser, seriousFindings } from './support/browser.ts';
import { demoPassword, signInToConsole } from './support/demonstration.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

describe('what somebody is filling in', function () {
  this.timeout(120_000);
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;
  let service: ServiceProcess;
  let browser: Browser;
  let page: Page;

  before(async () => {
    database = await temporaryDatabase();
    service = await startService({ ...database.environment, ADMIN_PASSWORD: demoPassword });
    browser = await openBrowser();
  });
  beforeEach(async () => {
    page = await signInToConsole(browser, service.url, 'admin', desk);
    await page.locator('nav a[href="/console/producers"]').click();
    await page.getByRole('button', { name: '登记主体' }).click();
    await page.getByLabel('名称', { exact: true }).fill('未交的合作社');
  });
  afterEach(() => page.context().close());
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.remove();
  });

  const typed = () => page.getByLabel('名称', { exact: true }).inputValue();
  const handIn = () => page.getByRole('dialog').getByRole('button', { name: '登记主体' }).click();
  const endSessions = async () => {
    const elsewhere = await Api.signIn(service.url, 'admin', demoPassword);
    expect((await elsewhere.send('DELETE', '/api/v1/sessions')).status).to.equal(204);
  };
  const again = () => page.locator('dialog.sign-in-again');
  const signIn = async (username: string) => {
    await again().getByLabel('用户名').fill(username);
    await again().getByLabel('密码').fill(demoPassword);
    await again().getByRole('button', { name: '登录', exact: true }).click();
  };

  it('stays when the dialog is left by accident, until somebody discards it', async () => {
    await page.mouse.click(5, 5);
    expect(await typed()).to.equal('未交的合作社');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '继续填写' }).click();
    await page.locator('.ant-modal-confirm').waitFor({ state: 'detached' });
    expect(await typed()).to.equal('未交的合作社');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '放弃', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('stays when somebody goes back or to another page, until they discard it', async () => {
    await page.goBack();
    await page.getByRole('button', { name: '继续填写' }).click();
    expect(await typed()).to.equal('未交的合作社');
    expect(new URL(page.url()).pathname).to.equal('/console/producers');
    await page.goBack();
    await page.getByRole('button', { name: '放弃', exact: true }).click();
    await page.waitForURL((url) => url.pathname !== '/console/producers');
  });

  it('is there again for the same person when the session has ended meanwhile, and hidden until then', async () => {
    await page.getByLabel('类型', { exact: true }).last().selectOption('cooperative');
    await page.getByLabel('行政区划').last().focus();
    await page.keyboard.type('商州区');
    await page.locator('.ant-select-item-option-active').getByText('商州区').waitFor();
    await page.keyboard.press('Enter');
    await endSessions();
    await handIn();
    await again().getByText('登录已结束').waitFor();
    const over = await page.evaluate(
      'document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest("dialog")?.className',
    );
    expect(over, 'nothing else is on the screen').to.equal('sign-in-again');
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.keyboard.press('Escape');
    await signIn('admin');
    await again().waitFor({ state: 'detached' });
    expect(await typed()).to.equal('未交的合作社');
    await handIn();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    const [producer] = await api.list<{ name: string }>('/api/v1/producers');
    expect(producer?.name).to.equal('未交的合作社');
  });

  it('is not there for somebody else', async () => {
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    const auditor = { username: 'auditor', displayName: '审计', roles: ['auditor'], divisionCode: '611000' };
    await api.create('/api/v1/users', { ...auditor, password: demoPassword });
    await endSessions();
    await handIn();
    await again().getByText('登录已结束').waitFor();
    await signIn('auditor');
    await page.getByRole('heading', { level: 1, name: '商洛市总览' }).waitFor();
    expect(await page.getByText('未交的合作社').count()).to.equal(0);
    expect(await page.getByRole('dialog').count()).to.equal(0);
  });
});
