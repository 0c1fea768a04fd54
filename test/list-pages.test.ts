import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { desk, openBrowser, overflows, phone, seriousFindings, watchPolicy } from './support/browser.ts';
import { demoPassword, signInToConsole } from './support/demonstration.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

/** More than come on one page. */
const producers = 53;

describe('lists of the console, in the browser', function () {
  this.timeout(240_000);
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;
  let service: ServiceProcess;
  let api: Api;
  let browser: Browser;
  let page: Page;
  let breaches: string[];

  before(async () => {
    database = await temporaryDatabase();
    service = await startService({ ...database.environment, ADMIN_PASSWORD: demoPassword });
    api = await Api.signIn(service.url, 'admin', demoPassword);
    for (let number = 1; number <= producers; number += 1)
      await api.create('/api/v1/producers', {
        name: number === 1 ? '=1+2' : `合作社${number}`,
        kind: number % 2 ? 'cooperative' : 'enterprise',
        divisionCode: '611002104',
      });
    browser = await openBrowser();
    page = await signInToConsole(browser, service.url, 'admin', desk);
    breaches = await watchPolicy(page.context());
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.remove();
  });

  const rows = () => page.locator('tbody tr');
  const openList = async (query = '') => {
    await page.goto(`${service.url}/console/producers${query}`);
    await rows().first().waitFor();
  };
  const exported = async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ]);
    return { name: download.suggestedFilename(), sheet: await readSheet(await download.path()) };
  };

  it('are exported whole, with the filters of the moment, as they are read', async () => {
    await openList();
    expect(await rows().count()).to.be.lessThan(producers);
    const all = await exported();
    expect(all.name).to.match(/^生产经营主体 \d{4}-\d{2}-\d{2}\.xlsx$/);
    expect(all.sheet).to.have.length(producers + 1);
    expect(all.sheet[0]?.slice(0, 2)).to.deep.equal(['名称', '类型']);
    expect(all.sheet.map(([name]) => name)).to.include.members(['=1+2', `合作社${producers}`]);
    await openList('?kind=enterprise');
    const some = await exported();
    expect(new Set(some.sheet.slice(1).map(([, kind]) => kind))).to.deep.equal(new Set(['企业']));
    expect(some.sheet).to.have.length(Math.floor(producers / 2) + 1);
  });

  it('remember filters under a name, for whoever saved them alone, on every machine', async () => {
    await openList('?kind=enterprise');
    await page.getByRole('button', { name: '保存当前筛选' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('视图名称').fill('只看企业');
    await dialog.getByRole('button', { name: '保存当前筛选' }).click();
    const views = page.getByLabel('已存视图');
    await views.waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);

    const elsewhere = await signInToConsole(browser, service.url, 'admin', phone);
    await elsewhere.goto(`${service.url}/console/producers`);
    await elsewhere.getByLabel('已存视图').selectOption({ label: '只看企业' });
    await elsewhere.waitForURL(/kind=enterprise/);
    expect(await overflows(elsewhere)).to.equal(false);
    await elsewhere.close();

    await api.create('/api/v1/users', {
      username: 'other',
      displayName: '同事',
      password: demoPassword,
      roles: ['supervisor'],
      divisionCode: '611000',
    });
    const other = await Api.signIn(service.url, 'other', demoPassword);
    const path = '/api/v1/saved-views?path=/producers';
    const own = (await api.get<{ items: { id: string; query: string }[] }>(path)).body.items;
    expect(own.map(({ query }) => query)).to.deep.equal(['kind=enterprise']);
    expect((await other.get<{ items: object[] }>(path)).body.items).to.deep.equal([]);
    const removed = await other.send('DELETE', `/api/v1/saved-views/${own[0]?.id}`);
    expect(removed.status).to.equal(404);

    await page.getByRole('button', { name: '删除视图' }).click();
    await views.waitFor({ state: 'detached' });
    expect((await api.get<{ items: object[] }>(path)).body.items).to.deep.equal([]);
  });

  it('show who is signed in however long the menu is, and the page that is open in it', async () => {
    const height = 600;
    await page.setViewportSize({ width: 1280, height });
    await page.goto(`${service.url}/console/users`);
    const current = page.locator('nav a.active');
    await current.waitFor();
    const isInSight = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= height;
    };
    expect(await isInSight('nav a.active')).to.equal(true);
    expect(await isInSight('.user-card button')).to.equal(true);
  });

  it('break no rule of the content policy', () => {
    expect(breaches).to.deep.equal([]);
  });
});
