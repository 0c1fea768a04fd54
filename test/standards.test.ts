import { mkdirSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, overflows, phone, seriousFindings } from './support/browser.ts';
import { type Demonstration, signInToConsole, startDemonstration } from './support/demonstration.ts';

const pictures = 'test/output/standards';
const heading = '农药,CAS号,食品类别/名称,最大残留限量,单位,条款';
const table = (...rows: string[]) => ({
  name: 'limits.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([heading, ...rows].join('\n')),
});

describe('an edition of limits, in the browser', function () {
  this.timeout(180_000);
  let demo: Demonstration;
  let browser: Browser;
  let page: Page;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    demo = await startDemonstration();
    browser = await openBrowser();
    page = await signInToConsole(browser, demo.url, 'admin', phone);
  });
  after(async () => {
    await browser?.close();
    await demo?.end();
  });

  const dialog = () => page.getByRole('dialog');
  const press = (name: string) => dialog().getByRole('button', { name }).click();

  it('is checked row by row, and loaded only as it was checked', async () => {
    await page.goto(`${demo.url}/console/standards`);
    await page.getByRole('button', { name: '载入标准' }).click();
    await dialog().getByLabel('标准号').fill('GB 2763-2026');
    await dialog().getByLabel('名称', { exact: true }).fill('农药最大残留限量');
    await dialog().getByLabel('英文名称').fill('Maximum residue limits');
    await dialog().getByLabel('施行日期').fill('2026-03-01');
    await dialog().getByLabel('来源').fill('2026 年第 2 号公告');
    await press('检查');
    await dialog().getByText('请选择文件').waitFor();
    await dialog().getByLabel('文件（.xlsx 或 CSV）').setInputFiles(table('吡虫啉,138261-41-4,核桃,0.02,mg/kg,4.48'));
    await press('检查');
    await dialog()
      .getByText(/第 2 行 casNumber/)
      .waitFor();
    await dialog().getByLabel('文件（.xlsx 或 CSV）').setInputFiles(table('吡虫啉,138261-41-3,核桃,0.02,mg/kg,4.48'));
    await press('检查');
    await dialog().getByText('读取 1 行，其中 1 行可载入').waitFor();
    await page.screenshot({ path: `${pictures}/checked.png`, fullPage: true });
    expect(await seriousFindings(page)).to.deep.equal([]);
    await press('确认载入');
    await dialog().waitFor({ state: 'detached' });
    await page.getByTestId('standard-row').filter({ hasText: 'GB 2763-2026' }).getByText('1 · admin 载入').waitFor();
  });

  it('is found by its food', async () => {
    await page.goto(`${demo.url}/console/standards?food=walnut&substance=138261-41-3`);
    await page.getByTestId('limit-row').getByText('0.02 mg/kg').waitFor();
    expect(await page.getByTestId('limit-row').count()).to.equal(1);
    expect(await overflows(page)).to.equal(false);
    await page.screenshot({ path: `${pictures}/standards.png`, fullPage: true });
  });
});
