import { mkdirSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { desk, openBrowser, overflows, phone, seriousFindings } from './support/browser.ts';
import { type Demonstration, signInToConsole, startDemonstration } from './support/demonstration.ts';

const pictures = 'test/screenshots/recalls';

describe('a recall in the console', function () {
  this.timeout(180_000);
  let demo: Demonstration;
  let browser: Browser;
  let page: Page;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    demo = await startDemonstration();
    browser = await openBrowser();
    page = await signInToConsole(browser, demo.url, 'admin', desk);
  });
  after(async () => {
    await browser?.close();
    await demo?.end();
  });

  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  const state = (word: string) => page.locator('.chip', { hasText: word }).first().waitFor();

  it('is drafted with its reason, shows what it reaches, and is issued', async () => {
    await page.goto(`${demo.url}/console/recalls?batch=DEMO-P1`);
    await press('起草召回');
    await page.getByLabel('召回原因').fill('抽检发现农药残留超标');
    await page.getByLabel('要求持有者怎么做').fill('立即停售，退回合作社');
    await inDialog('起草召回');
    await page.getByTestId('scope-row').first().waitFor();
    await page.screenshot({ path: `${pictures}/draft.png`, fullPage: true });
    await press('发出召回');
    await page.getByRole('dialog').getByText('不能撤回').waitFor();
    await inDialog('发出召回');
    await state('召回中');
    await page.getByTestId('recall-task-row').first().waitFor();
  });

  it('is confirmed, reported and checked for each holder, and then closed', async () => {
    expect(await page.getByRole('button', { name: '结束召回' }).getAttribute('aria-disabled')).to.equal('true');
    const holders = await page.getByTestId('recall-task-row').count();
    for (let index = 0; index < holders; index += 1) {
      const row = page.getByTestId('recall-task-row').nth(index);
      await row.getByRole('button', { name: '确认收到' }).click();
      await row.getByText('已收到').waitFor();
      await row.getByRole('button', { name: '回报去向' }).click();
      await page.getByLabel(/^退回/).first().fill('1');
      await page.screenshot({ path: `${pictures}/report.png` });
      await inDialog('回报去向');
      await row.getByText('已回报').waitFor();
      await row.getByRole('button', { name: '有效性检查' }).click();
      await page.getByLabel('是', { exact: true }).check();
      await page.getByLabel('怎么核实的').fill('电话核实');
      await inDialog('保存');
      await row.getByText('电话核实').waitFor();
    }
    await page.screenshot({ path: `${pictures}/answered-zh.png`, fullPage: true });
    await press('结束召回');
    await page.getByLabel('说明').fill('全部收回');
    await inDialog('结束召回');
    await state('已结束');
  });

  it('reads in English, on a phone too', async () => {
    await page.evaluate("localStorage.setItem('agritrace.language', 'en')");
    await page.reload();
    await page.getByTestId('scope-row').first().waitFor();
    await page.getByTestId('recall-task-row').first().waitFor();
    await page.screenshot({ path: `${pictures}/closed-en.png`, fullPage: true });
    await page.setViewportSize(phone);
    await page.screenshot({ path: `${pictures}/closed-en-phone.png`, fullPage: true });
    expect(await overflows(page)).to.equal(false);
    expect(await seriousFindings(page)).to.deep.equal([]);
  });

  it('can begin from a pallet: the search finds it, and its goods tell what happened to it', async () => {
    const pallet = 'https://id.gs1.org/00/095213200000000019';
    await page.setViewportSize(desk);
    await page.goto(`${demo.url}/console/batches`);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByLabel('按批次编号或容器标识查找').fill(pallet);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: pallet }).waitFor();
    const contents = page.getByRole('region', { name: '容器内的货物' }).first();
    await contents.getByRole('link', { name: 'DEMO-V3' }).waitFor();
    await page.getByLabel('在此时间（空白为所有时间）').fill('2020-01-01T08:00');
    await contents.getByText('此时容器内没有货物。').waitFor();
    await page.getByLabel('在此时间（空白为所有时间）').fill('');
    await contents.getByRole('link', { name: 'DEMO-V3' }).click();
    await page.getByRole('heading', { level: 1, name: 'DEMO-V3' }).waitFor();
    await page.getByTestId('moved-with').filter({ hasText: '运输' }).getByRole('link', { name: pallet }).waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);
  });
});
