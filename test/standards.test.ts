import { mkdirSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, overflows, phone, seriousFindings } from './support/browser.ts';
import { type Demonstration, signInToConsole, startDemonstration } from './support/demonstration.ts';

const pictures = 'test/screenshots/standards';
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
    await dialog().getByTestId('load-problem').filter({ hasText: 'casNumber' }).waitFor();
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

  it('shows its versions, which is in use, and what they say differently', async () => {
    await page.goto(`${demo.url}/console/standards`);
    await page.getByRole('link', { name: /^GB 2763-2026 农药/ }).click();
    const version = (name: string) => page.getByTestId('version-row').filter({ hasText: name });
    await version('第 1 版').getByText('现用').waitFor();
    await version('第 0 版').getByText('已被第 1 版取代').waitFor();
    await page.getByTestId('comparison-counts').getByText('新增 1').waitFor();
    await page.getByLabel('变化').selectOption('added');
    const change = page.getByTestId('change-row');
    await change.filter({ hasText: '核桃' }).getByText('0.02 mg/kg').waitFor();
    expect(await change.count()).to.equal(1);
    expect(await overflows(page)).to.equal(false);
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.screenshot({ path: `${pictures}/versions.png`, fullPage: true });
  });

  it('says of a product which limit applies on a day, and why', async () => {
    await page.goto(`${demo.url}/console/standards/applicable`);
    await page.getByText('请先选择产品').waitFor();
    await page.getByLabel('或食品（名称或代码）').fill('核桃');
    await page.getByLabel('或食品（名称或代码）').press('Enter');
    const row = page.getByTestId('applicable-row').filter({ hasText: '吡虫啉' });
    await row.getByText('GB 2763-2026 · 4.48 · 第 1 版', { exact: true }).waitFor();
    await row.getByText('核桃（该食品本身）').waitFor();
    await page.getByLabel('抽样日（空白为今日）').fill('2026-02-28');
    await row.getByText(/无限量$/).waitFor();
    await row.getByText(/该日不施行/).waitFor();
    expect(await overflows(page)).to.equal(false);
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.screenshot({ path: `${pictures}/applicable.png`, fullPage: true });
  });
});
