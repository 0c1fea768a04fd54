import { writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { InvalidConfiguration, readConfig } from '../server/config.ts';
import { Api } from './support/api.ts';
import { desk, loaded, openBrowser, overflows, phone, seriousFindings } from './support/browser.ts';
import { type Demonstration, demoPassword, signInToConsole, startDemonstration } from './support/demonstration.ts';
import { type TemporaryDirectory, temporaryDirectory } from './support/temporary-directory.ts';

const counties = ['611002', '611021', '611022', '611023', '611024', '611025', '611026'];

/** Squares beside each other: nobody's borders. */
const feature = (divisionCode: string, index: number) => {
  const [west, south] = [109 + (index % 3) * 0.5, 33 + Math.floor(index / 3) * 0.5];
  const ring = [
    [west, south],
    [west + 0.5, south],
    [west + 0.5, south + 0.5],
    [west, south + 0.5],
    [west, south],
  ];
  return { type: 'Feature', properties: { divisionCode }, geometry: { type: 'Polygon', coordinates: [ring] } };
};

const map = {
  type: 'FeatureCollection',
  source: '测试底图',
  licence: '仅供测试',
  reviewNumber: '陕S(2023)012号',
  features: counties.map(feature),
};

describe("the operator's map on the overview", function () {
  this.timeout(120_000);
  let folder: TemporaryDirectory;
  let demo: Demonstration;
  let browser: Browser;

  before(async () => {
    folder = await temporaryDirectory();
    await writeFile(`${folder.path}/map.json`, JSON.stringify(map));
    demo = await startDemonstration({ MAP_FILE: `${folder.path}/map.json` });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await demo?.end();
    await folder?.remove();
  });

  it('takes the place of the schematic, says whose it is, and leads into a county', async () => {
    const page = await signInToConsole(browser, demo.url, 'city', desk);
    await page.goto(`${demo.url}/console/overview`);
    await page.getByText('底图来源：测试底图；许可：仅供测试；审图号：陕S(2023)012号').waitFor();
    expect(await page.getByText('示意：按相邻关系排列').count()).to.equal(0);
    expect(await page.locator('.map-part').count()).to.equal(counties.length);
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.setViewportSize(phone);
    expect(await overflows(page)).to.equal(false);
    await page.screenshot({ path: 'test/screenshots/overview-map-phone.png', fullPage: true });
    await page.setViewportSize(desk);
    await page.screenshot({ path: 'test/screenshots/overview-map.png', fullPage: true });
    await page.locator('.division-map a').first().click();
    await page.getByRole('heading', { level: 1, name: '商州区总览' }).waitFor();
    await loaded(page);
    expect(await page.locator('.division-map').count(), 'towns are not on it').to.equal(0);
  });

  it('hangs on the wall of the duty room', async () => {
    const city = await Api.signIn(demo.url, 'city', demoPassword);
    const scope = ['assessment-figures:read', 'warnings:read'];
    const { token } = await city.create('/api/v1/api-tokens', { name: 'wall', scope, expiresInDays: 1 });
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const wall = await context.newPage();
    await wall.goto(`${demo.url}/console/wall#${token}`);
    await wall.getByText('审图号：陕S(2023)012号').waitFor();
    expect(await wall.locator('.map-part').count()).to.equal(counties.length);
    expect(await wall.getByTestId('tile').count()).to.equal(0);
    expect(await seriousFindings(wall)).to.deep.equal([]);
    expect(await overflows(wall)).to.equal(false);
    const height = await wall.evaluate<number>('document.documentElement.scrollHeight');
    expect(height, 'all of it is on the screen').to.be.at.most(1080);
    await wall.screenshot({ path: 'test/screenshots/wall-map.png' });
    await context.close();
  });

  it('stops the start when its file lacks the review number', async () => {
    const path = `${folder.path}/unreviewed.json`;
    await writeFile(path, JSON.stringify({ ...map, reviewNumber: undefined }));
    expect(() => readConfig({ MAP_FILE: path })).to.throw(InvalidConfiguration, /^MAP_FILE .*reviewNumber/);
  });
});
