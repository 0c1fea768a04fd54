import { mkdirSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { desk, openBrowser, overflows, seriousFindings } from './support/browser.ts';
import { demoPassword, signInToConsole } from './support/demonstration.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

const pictures = 'test/screenshots/result-grid';
const analytes = ['吡虫啉', '噻虫嗪', '啶虫脒'];

describe('the grid of results, in the browser', function () {
  this.timeout(240_000);
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;
  let service: ServiceProcess;
  let browser: Browser;
  let page: Page;
  let api: Api;
  let sampleId: string;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    database = await temporaryDatabase();
    service = await startService({ ...database.environment, ADMIN_PASSWORD: demoPassword });
    api = await Api.signIn(service.url, 'admin', demoPassword);
    const batchCode = await registerBatch(api, await registerFarm(api));
    sampleId = String((await api.create('/api/v1/samples', { batchCode, planKind: 'self-check' })).id);
    const asked = analytes.map((analyte) => ({ analyte, analyst: 'admin' }));
    expect((await api.post(`/api/v1/samples/${sampleId}/assign`, { asked })).status).to.equal(200);
    browser = await openBrowser();
    page = await signInToConsole(browser, service.url, 'admin', desk);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.remove();
  });

  const rows = () => page.getByTestId('grid-row');
  const values = () => rows().getByRole('textbox', { name: /结果$/ });
  const valuesStored = async () =>
    ((await api.get(`/api/v1/samples/${sampleId}`)).body.results as { value: string }[]).map(({ value }) => value);

  it('takes cells pasted from Excel, judges them unsaved, and names the one that cannot be read', async () => {
    await page.goto(`${service.url}/console/work-list/entry`);
    await rows().first().waitFor();
    expect(await rows().count()).to.equal(analytes.length);
    await rows().first().getByRole('textbox').first().focus();
    await page.evaluate(
      `navigator.clipboard.writeText(${JSON.stringify('＜０．０１\tmg/kg\r\n未检出\tmg/kg\t0.01\r\n0,05\tmg/kg\r\n')})`,
    );
    await page.keyboard.press('Control+V');
    await page.getByText('请填数字，或 <LOQ、<LOD、<数字').waitFor();
    expect(await Promise.all((await values().all()).map((input) => input.inputValue()))).to.deep.equal([
      '<0.01',
      '<LOD',
      '0,05',
    ]);
    expect(await page.getByRole('button', { name: /提交/ }).isDisabled()).to.equal(true);
    expect(await valuesStored()).to.deep.equal([]);
    await page.screenshot({ path: `${pictures}/refused.png`, fullPage: true });
  });

  it('goes about by the keyboard, and stores all rows at once', async () => {
    await rows().first().getByRole('textbox').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('0.05');
    await page.keyboard.press('Tab');
    await page
      .getByTestId('verdict')
      .nth(analytes.length - 1)
      .waitFor();
    await page.screenshot({ path: `${pictures}/judged.png`, fullPage: true });
    expect(await seriousFindings(page)).to.deep.equal([]);
    expect(await overflows(page)).to.equal(false);
    expect(await valuesStored()).to.deep.equal([]);
    await page.getByRole('button', { name: '提交 3 行' }).click();
    await page.getByText('已保存 3 个结果').waitFor();
    await page.getByText('没有安排给您的检测任务。').waitFor();
    expect((await valuesStored()).toSorted()).to.deep.equal(['0.05', '<0.01', '<LOD']);
  });

  it('says at its cell what the server refuses, keeps what was typed, and stores nothing until it is right', async () => {
    const [first] = (await api.get(`/api/v1/samples/${sampleId}`)).body.results as {
      id: string;
      analyte: string;
    }[];
    const again = await api.post(`/api/v1/samples/${sampleId}/retest`, { resultId: first?.id, reason: '复核' });
    expect(again.status).to.equal(200);
    const asked = [{ analyte: first?.analyte, analyst: 'admin' }];
    expect((await api.post(`/api/v1/samples/${sampleId}/assign`, { asked })).status).to.equal(200);
    await page.reload();
    await rows().first().waitFor();
    const [value, unit] = [rows().getByRole('textbox').first(), rows().getByRole('textbox').nth(1)];
    await value.fill('0.02');
    await unit.fill('');
    await page.getByRole('button', { name: '提交 1 行' }).click();
    await page.getByText('有 1 行不能保存').waitFor();
    await rows().getByText('必填').waitFor();
    expect(await value.inputValue()).to.equal('0.02');
    expect(await valuesStored()).to.have.length(analytes.length);
    await unit.fill('mg/kg');
    await page.getByRole('button', { name: '提交 1 行' }).click();
    await page.getByText('已保存 1 个结果').waitFor();
    expect(await valuesStored()).to.have.length(analytes.length + 1);
  });
});
