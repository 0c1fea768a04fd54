// Takes the README's pictures anew from a running demonstration: npm run screenshots
import { mkdirSync } from 'node:fs';
import { Api } from '../test/support/api.ts';
import { desk, openBrowser, phone } from '../test/support/browser.ts';
import { demoPassword, signInToConsole, startDemonstration } from '../test/support/demonstration.ts';

const folder = 'docs/screenshots';
mkdirSync(folder, { recursive: true });
const demo = await startDemonstration();
const browser = await openBrowser();

const reader = await (await browser.newContext({ viewport: phone })).newPage();
for (const [name, path] of [
  ['consumer-failed', 'q/DEMO-V6?lang=zh'],
  ['consumer-english', 'q/DEMO-C3?lang=en'],
]) {
  await reader.goto(`${demo.url}/${path}`);
  await reader.screenshot({ path: `${folder}/${name}.png` });
}

const city = await Api.signIn(demo.url, 'city', demoPassword);
const [sample] = await city.list<{ id: string }>('/api/v1/samples?batch=DEMO-V6');
const page = await signInToConsole(browser, demo.url, 'city', desk);
await page.goto(`${demo.url}/console/warnings`);
await page.getByText('市场冷库：温度过高').first().waitFor({ timeout: 300_000 });
await page.screenshot({ path: `${folder}/console-warnings.png` });
for (const [name, path, wanted] of [
  ['console-device', 'devices/cold-market-2', 'canvas'],
  ['console-batch', 'batches/DEMO-P1', '[data-testid=trace-tree]'],
  ['console-sample', `samples/${sample?.id}`, '.results'],
] as const) {
  await page.goto(`${demo.url}/console/${path}`);
  await page.locator(wanted).first().waitFor();
  await page.screenshot({ path: `${folder}/${name}.png` });
}

await browser.close();
await demo.end();
