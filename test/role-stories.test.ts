import { mkdirSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { desk, loaded, openBrowser, overflows, phone, seriousFindings } from './support/browser.ts';
import { type Demonstration, signInToConsole, startDemonstration } from './support/demonstration.ts';

const pictures = 'test/screenshots/role-stories';

describe('from one end to the other, in the browser', function () {
  this.timeout(180_000);
  let demo: Demonstration;
  let browser: Browser;
  let page: Page;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    demo = await startDemonstration();
    browser = await openBrowser();
  });
  afterEach(() => page?.context().close());
  after(async () => {
    await browser?.close();
    await demo?.end();
  });

  const dialog = () => page.getByRole('dialog');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const send = async (name: string) => {
    await dialog().getByRole('button', { name, exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
  };
  const open = async (path: string) => {
    await page.goto(`${demo.url}/console/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await loaded(page);
  };
  /** Of antd's list that opens beneath its field and narrows to what is typed. */
  const choose = async (label: string, option: string) => {
    await dialog().getByLabel(label, { exact: true }).fill(option);
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: option })
      .first()
      .click();
  };
  const look = async (name: string) => {
    await loaded(page);
    await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
    expect(await seriousFindings(page), name).to.deep.equal([]);
    expect(await overflows(page), `${name} scrolls sideways`).to.equal(false);
  };

  it('a producer logs a batch and what was done to it, promises, prints its label and applies for certification', async () => {
    page = await signInToConsole(browser, demo.url, 'producer', phone);
    await open('batches');
    await press('登记批次');
    await choose('产品', '芹菜');
    await dialog().getByLabel('数量').fill('260');
    await look('new-batch');
    await send('登记批次');
    await page.waitForURL('**/batches/*');
    const code = String(page.url().split('/').at(-1));
    await page.getByRole('heading', { level: 1, name: code }).waitFor();

    const records = page.getByRole('region', { name: '农事与流通记录' });
    for (const step of ['施用投入品', '采收']) {
      await records.getByRole('button', { name: '添加记录' }).click();
      await dialog().getByLabel('环节').selectOption({ label: step });
      if (step === '施用投入品') {
        await dialog().getByLabel('投入品名称').fill('有机肥');
        await dialog().getByLabel('用量').fill('200 kg');
      }
      await send('添加记录');
      await records.getByText(step, { exact: true }).waitFor();
    }
    await records.getByText('有机肥', { exact: false }).waitFor();

    const promises = page.getByRole('region', { name: '承诺达标合格证' });
    await promises.getByRole('button', { name: '开具合格证' }).click();
    await dialog().getByLabel('质量安全控制符合要求').check();
    await look('promise');
    await send('开具合格证');
    await promises.getByText('芹菜').first().waitFor();

    await page.getByRole('figure').getByRole('button', { name: '打印标签' }).click();
    const saved = page.waitForEvent('download');
    await dialog().getByText('下载打印文件').click();
    expect((await saved).suggestedFilename()).to.include(code);
    await page.keyboard.press('Escape');
    await look('batch');

    await open('certification-applications');
    await press('新建申请');
    await dialog().getByLabel('认证类型').selectOption({ index: 1 });
    await choose('产品', '芹菜');
    await dialog().getByLabel('申请说明').fill('露地种植 12 亩');
    await send('新建申请');
    await page.waitForURL('**/certification-applications/*');
    const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } });
    const documents = page.getByRole('region', { name: '申请材料' });
    await documents.getByText('已上传 0 /', { exact: false }).waitFor();
    const choosing = page.waitForEvent('filechooser');
    await documents.getByRole('button', { name: '上传' }).first().click();
    const file = { name: '申请书.png', mimeType: 'image/png', buffer: await picture.png().toBuffer() };
    await (await choosing).setFiles(file);
    await documents.getByText('已上传 1 /', { exact: false }).waitFor();
    await look('application');

    const consumer = await browser.newPage({ javaScriptEnabled: false, viewport: phone });
    await consumer.goto(`${demo.url}/q/${code}`);
    await consumer.getByText('有机肥').first().waitFor();
    await consumer.close();
  });

  it('an administrator lets a person in, connects a device and loads a standard as it was checked', async () => {
    page = await signInToConsole(browser, demo.url, 'admin', desk);
    await open('users');
    await press('新建用户');
    await dialog().getByLabel('用户名', { exact: true }).fill('li.na');
    await dialog().getByLabel('姓名').fill('李娜');
    await dialog().getByLabel('监管员').check();
    await choose('行政区划', '洛南县');
    await look('new-user');
    await dialog().getByRole('button', { name: '新建用户' }).click();
    await page.getByTestId('one-time-password').waitFor();
    await press('我已记下');
    await page.getByTestId('user-row').filter({ hasText: '李娜' }).getByText('洛南县').waitFor();

    await open('devices');
    await press('登记设备');
    await dialog().getByLabel('设备编号').fill('cold-luonan-9');
    await dialog().getByLabel('名称').fill('洛南冷库九号');
    await dialog().getByRole('button', { name: '登记设备' }).click();
    await dialog().getByText('设备已登记').waitFor();
    await look('device-secret');

    await open('standards');
    await press('载入标准');
    await dialog().getByLabel('标准号').fill('GB 2763-2026');
    await dialog().getByLabel('名称', { exact: true }).fill('农药最大残留限量');
    await dialog().getByLabel('英文名称').fill('Maximum residue limits');
    await dialog().getByLabel('施行日期').fill('2026-03-01');
    await dialog().getByLabel('来源').fill('2026 年第 2 号公告');
    const rows = ['农药,CAS号,食品类别/名称,最大残留限量,单位,条款', '吡虫啉,138261-41-3,核桃,0.02,mg/kg,4.48'];
    await dialog()
      .getByLabel('文件（.xlsx 或 CSV）')
      .setInputFiles({ name: 'limits.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
    await dialog().getByRole('button', { name: '检查' }).click();
    await dialog().getByText('读取 1 行，其中 1 行可载入').waitFor();
    await look('standard-checked');
    await send('确认载入');
    await page.getByTestId('standard-row').filter({ hasText: 'GB 2763-2026' }).first().waitFor();
  });
});
